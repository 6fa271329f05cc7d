package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;

/** Assumes roles at AWS STS, and says what to do when it may not. */
public final class StsRoleSession implements RoleSession {

    /** As short as STS allows: the keys only buy a token. */
    private static final int SESSION_SECONDS = 900;

    private final Function<AssumeRoleRequest, AssumeRoleResponse> sts;

    /** @param sts sends the request under the caller's credentials */
    public StsRoleSession(Function<AssumeRoleRequest, AssumeRoleResponse> sts) {
        this.sts = sts;
    }

    /**
     * A client that signs nothing by itself: whoever sends a request puts the credentials into it. Takes under a millisecond to
     * build. A call that fails is not repeated here: whoever needed the token comes again.
     *
     * <p>Left alone, the SDK takes the endpoint, and more, from environment variables, system properties and profile files. Here
     * everything is said, and no profile is read.
     *
     * @param endpoint null for the Region's own
     */
    public static StsClient client(String region, @Nullable URI endpoint, Transport network) {
        URI place = endpoint == null ? regional(region) : endpoint;
        return StsClient.builder()
                .region(Region.of(region))
                .endpointOverride(place)
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(new NetworkHttpClient(Transports.discreet(network)))
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .addExecutionInterceptor(new PathOf(place)))
                .build();
    }

    /** By the SDK's own table, which knows the domains of AWS's other partitions. */
    private static URI regional(String region) {
        return StsEndpointProvider.defaultProvider()
                .resolveEndpoint(wanted -> wanted.region(Region.of(region)).useGlobalEndpoint(false))
                .join()
                .url();
    }

    @Override
    public Keys assume(String roleArn, String sessionName) {
        try {
            Credentials given = sts.apply(AssumeRoleRequest.builder()
                            .roleArn(roleArn)
                            .roleSessionName(sessionName)
                            .durationSeconds(SESSION_SECONDS)
                            .build())
                    .credentials();
            return keys(roleArn, given);
        } catch (AwsServiceException e) {
            throw refused(roleArn, e);
        } catch (SdkClientException e) {
            throw new NgfwException(kindOf(e), "AssumeRole on " + roleArn + ": " + wordsOf(e.getMessage()), e);
        }
    }

    /** What failed below the SDK has a kind; what the SDK finds, it finds on the way. */
    private static Kind kindOf(SdkClientException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof NgfwException below) {
                return below.getKind();
            }
        }
        return Kind.NETWORK;
    }

    /** As of every other answer: what is kept is short, and no secret. */
    private static String wordsOf(@Nullable String said) {
        return ResponseReader.told(String.valueOf(said));
    }

    private static Keys keys(String roleArn, @Nullable Credentials given) {
        if (given == null
                || given.accessKeyId() == null
                || given.secretAccessKey() == null
                || given.sessionToken() == null) {
            throw new NgfwException(Kind.SERVICE, "AssumeRole on " + roleArn + ": the answer holds no keys");
        }
        return new Keys(given.accessKeyId(), given.secretAccessKey(), given.sessionToken());
    }

    private static NgfwException refused(String roleArn, AwsServiceException e) {
        AwsErrorDetails details = e.awsErrorDetails();
        String code = details == null ? "" : String.valueOf(details.errorCode());
        String words = details == null || details.errorMessage() == null ? e.getMessage() : details.errorMessage();
        String what = "AssumeRole on " + roleArn + ": " + wordsOf(words);
        if (e.isThrottlingException()) {
            return new NgfwException(Kind.THROTTLED, what, e);
        }
        if (e.statusCode() >= 500) {
            return new NgfwException(Kind.SERVICE, what, e);
        }
        if (e.isClockSkewException()) {
            return new NgfwException(Kind.DENIED, what + ". This machine's clock is wrong: set it", e);
        }
        return switch (code) {
            case "ValidationError" ->
                new NgfwException(Kind.INVALID, what + ". Check the role ARNs in the type configuration", e);
            case "AccessDenied" ->
                new NgfwException(
                        Kind.DENIED,
                        what + ". The role's trust policy must name the execution role, and the execution role must be"
                                + " allowed sts:AssumeRole on it",
                        e);
            default -> new NgfwException(Kind.DENIED, what, e);
        };
    }

    /** Puts the path of an endpoint in place; the SDK, whose own endpoint has none, loses it. */
    private record PathOf(URI endpoint) implements ExecutionInterceptor {
        @Override
        public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
            return context.httpRequest().toBuilder()
                    .encodedPath(endpoint.getRawPath())
                    .build();
        }
    }
}
