/**
 * A client of the REST API of Palo Alto Networks Cloud NGFW for AWS. It knows nothing of CloudFormation.
 *
 * <p>{@link com.paloaltonetworks.cloudngfw.client.Ngfw} is the way in. The {@code *Api} classes name endpoints, {@code Api}
 * turns their calls into requests and answers into records, {@code Transports.standard} lists the stages a request passes,
 * {@code ResponseReader} says what an answer means, and {@code Tokens} buys what a call must carry. Time, chance and the
 * network come from {@link com.paloaltonetworks.cloudngfw.client.Platform}.
 */
package com.paloaltonetworks.cloudngfw.client;
