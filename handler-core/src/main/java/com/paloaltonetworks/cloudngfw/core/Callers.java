package com.paloaltonetworks.cloudngfw.core;

import com.paloaltonetworks.cloudngfw.client.Access;
import com.paloaltonetworks.cloudngfw.client.Keys;
import com.paloaltonetworks.cloudngfw.client.NgfwException;
import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import com.paloaltonetworks.cloudngfw.client.Platform;
import com.paloaltonetworks.cloudngfw.client.StsRoleSession;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.cloudformation.proxy.AmazonWebServicesClientProxy;
import software.amazon.cloudformation.proxy.Credentials;

/** How a request's caller reaches the service. */
final class Callers {

    private Callers() {}

    static Access access(
            @Nullable Credentials caller,
            @Nullable AmazonWebServicesClientProxy proxy,
            Platform platform,
            String region,
            TypeConfiguration configuration) {
        if (caller == null || proxy == null) {
            throw new NgfwException(
                    Kind.DENIED,
                    "CloudFormation gave no credentials: register the type with an execution role (ExecutionRoleArn)");
        }
        return new Access(
                region,
                uri(configuration.apiEndpoint()),
                new Keys(caller.getAccessKeyId(), caller.getSecretAccessKey(), caller.getSessionToken()),
                configuration.roles(),
                new StsRoleSession(request -> proxy.injectCredentialsAndInvokeV2(
                        request,
                        StsRoleSession.client(region, uri(configuration.stsEndpoint()), platform.network())
                                ::assumeRole)),
                platform.tokens());
    }

    private static @Nullable URI uri(@Nullable String endpoint) {
        return Optional.ofNullable(endpoint).map(URI::create).orElse(null);
    }
}
