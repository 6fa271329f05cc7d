package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.Access;
import com.paloaltonetworks.cloudngfw.client.Keys;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.StsRoleSession;
import com.paloaltonetworks.cloudngfw.client.TokenCache;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.cloudformation.AbstractWrapper;
import software.amazon.cloudformation.proxy.AmazonWebServicesClientProxy;
import software.amazon.cloudformation.proxy.Credentials;

/** How a request's caller reaches the service. Tokens and STS clients outlive a request; they are kept per process. */
final class Callers {

    private static final TokenCache TOKENS = new TokenCache();
    private static final Map<String, StsClient> STS = new ConcurrentHashMap<>();

    private Callers() {}

    static Access access(
            @Nullable Credentials caller,
            @Nullable AmazonWebServicesClientProxy proxy,
            String region,
            TypeConfiguration configuration) {
        if (caller == null || proxy == null) {
            throw new NgfwException(
                    Kind.DENIED,
                    "CloudFormation gave no credentials: register the type with an execution role (ExecutionRoleArn)");
        }
        URI sts = configuration.sts();
        return new Access(
                region,
                configuration.api(),
                new Keys(caller.getAccessKeyId(), caller.getSecretAccessKey(), caller.getSessionToken()),
                configuration.roles(),
                new StsRoleSession(request -> proxy.injectCredentialsAndInvokeV2(
                        request, sts(region, sts)::assumeRole)),
                TOKENS);
    }

    /** On the one HTTP client that the runtime builds anyway. The proxy puts the caller's credentials into each request. */
    private static StsClient sts(String region, @Nullable URI endpoint) {
        return STS.computeIfAbsent(
                region + " " + endpoint,
                key -> StsRoleSession.client(region, endpoint, AbstractWrapper.HTTP_CLIENT));
    }
}
