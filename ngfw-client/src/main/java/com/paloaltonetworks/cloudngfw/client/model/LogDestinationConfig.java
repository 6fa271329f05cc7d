package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;

/**
 * Where one type of log goes.
 *
 * @param logDestination name of the log group, delivery stream or bucket
 * @param logDestinationType {@code S3}, {@code CloudWatchLogs} or {@code KinesisDataFirehose}
 * @param logType {@code TRAFFIC}, {@code THREAT} or {@code DECRYPTION}
 */
@Builder(toBuilder = true)
public record LogDestinationConfig(String logDestination, String logDestinationType, String logType) {

    public LogDestinationConfig {
        if (logDestination == null || logDestinationType == null || logType == null) {
            throw new IllegalArgumentException("a log destination has a name, its type and a type of log");
        }
    }
}
