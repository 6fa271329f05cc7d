package com.paloaltonetworks.cloudngfw.client.model;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import lombok.Builder;
import org.jspecify.annotations.Nullable;

/**
 * What a rulestack inspects traffic with.
 *
 * @param antiSpywareProfile {@code BestPractice}, {@code None} or {@code custom}, as the next four
 * @param fileBlockingProfile {@code custom} puts the file type table in force
 * @param urlFilteringProfile {@code custom} puts the predefined category actions in force
 * @param outboundTrustCertificate name of a certificate object of the rulestack
 * @param outboundUntrustCertificate likewise; the service spells the key in two ways
 */
@Builder(toBuilder = true)
public record Profiles(
        @Nullable String antiSpywareProfile,
        @Nullable String antiVirusProfile,
        @Nullable String vulnerabilityProfile,
        @Nullable String fileBlockingProfile,
        @JsonProperty("URLFilteringProfile") @Nullable String urlFilteringProfile,
        @Nullable String outboundTrustCertificate,
        @JsonAlias("OutboundUnTrustCertificate") @Nullable String outboundUntrustCertificate) {}
