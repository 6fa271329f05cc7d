package com.paloaltonetworks.cloudngfw.client;

import com.paloaltonetworks.cloudngfw.client.NgfwException.Kind;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf, and where, the service is called.
 *
 * @param region AWS Region of the service and of the signature
 * @param endpoint base URL of the service; null for the Region's own
 * @param callerKeys credentials of the role that runs us
 * @param roleArns tagged role to assume per admin kind; for an absent kind the caller's own credentials sign
 * @param roleSession how a role is assumed
 * @param tokens tokens that live longer than one call
 */
public record Access(
        String region,
        @Nullable URI endpoint,
        Keys callerKeys,
        Map<AdminKind, String> roleArns,
        RoleSession roleSession,
        TokenCache tokens) {

    private static final Pattern REGION = Pattern.compile("[a-z0-9-]+");

    /** @throws NgfwException of kind INVALID when the Region, which becomes part of a host name, cannot be one */
    public Access {
        if (!REGION.matcher(region).matches()) {
            throw new NgfwException(Kind.INVALID, "\"" + region + "\" is no AWS Region");
        }
        roleArns = Map.copyOf(roleArns);
    }

    /** The endpoint to call, without a slash at its end. */
    URI base() {
        String url = endpoint == null
                ? "https://api." + region + ".aws.cloudngfw.paloaltonetworks.com"
                : endpoint.toString().replaceAll("/+$", "");
        return URI.create(url);
    }
}
