/**
 * The service's data, under the service's names. Everything may be absent in an answer; an absent member is not sent.
 */
package com.paloaltonetworks.cloudngfw.client.model;
