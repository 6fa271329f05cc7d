package com.paloaltonetworks.cloudngfw.client.model;

import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * A certificate by reference; key material never crosses the API.
 *
 * @param certificateSignerArn secret in AWS Secrets Manager
 * @param certificateSelfSigned true instead of an ARN
 */
@Builder(toBuilder = true)
public record CertificateObject(
        String name,
        @Nullable String description,
        @Nullable String certificateSignerArn,
        @Nullable Boolean certificateSelfSigned,
        @Nullable String auditComment,
        @Nullable String updateToken)
        implements RulestackObject {}
