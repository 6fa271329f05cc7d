package com.paloaltonetworks.cloudngfw.simulator;

/** Temporary AWS credentials that the simulated STS has issued. */
public record AwsKeys(String accessKeyId, String secretAccessKey, String sessionToken) {
    /** Names the key only: the rest is secret. */
    @Override
    public String toString() {
        return "AwsKeys[" + accessKeyId + "]";
    }
}
