/**
 * A simulated Cloud NGFW tenant and the STS it trusts.
 *
 * <p>Three layers: {@code http} is the socket and decides nothing, {@code service} holds the rules of the vendor's API and
 * {@code sts} those of AWS, {@code store} holds what there is. {@code signature} and {@code token} decide who a caller is,
 * {@code fault} is what shall go wrong, as data. A call passes {@link com.paloaltonetworks.cloudngfw.simulator.Simulator#handle}
 * with or without a socket.
 *
 * <p>Time is the clock's: every call first brings commits and firewalls to where they are by now, nothing ever waits.
 */
package com.paloaltonetworks.cloudngfw.simulator;
