/**
 * The local cloud over HTTP, for tools that speak to AWS and to the vendor: Lambda Invoke, STS, and the simulated Cloud NGFW
 * API on one port.
 */
package com.paloaltonetworks.cloudngfw.local.serve;
