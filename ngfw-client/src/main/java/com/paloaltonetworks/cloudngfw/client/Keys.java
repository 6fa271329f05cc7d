package com.paloaltonetworks.cloudngfw.client;

/** AWS credentials. Their text form shows the key id only. */
public record Keys(String accessKeyId, String secretAccessKey, String sessionToken) {

    @Override
    public String toString() {
        return "Keys[" + accessKeyId + "]";
    }
}
