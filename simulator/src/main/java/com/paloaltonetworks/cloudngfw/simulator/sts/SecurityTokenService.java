package com.paloaltonetworks.cloudngfw.simulator.sts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.AwsKeys;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import com.paloaltonetworks.cloudngfw.simulator.Door;
import com.paloaltonetworks.cloudngfw.simulator.Role;
import com.paloaltonetworks.cloudngfw.simulator.World;
import com.paloaltonetworks.cloudngfw.simulator.signature.KeyRing;
import com.paloaltonetworks.cloudngfw.simulator.signature.Session;
import com.paloaltonetworks.cloudngfw.simulator.signature.SignatureCheck;
import com.paloaltonetworks.cloudngfw.simulator.signature.SignatureRefused;
import java.net.URLDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** STS as far as the handlers need it: AssumeRole, GetCallerIdentity, GetSessionToken in the query protocol. */
public final class SecurityTokenService {
    /** Sessions of sessions live one hour at most. */
    private static final int CHAINED_SECONDS = 3600;

    private static final String HALF_A_DAY = "43200";
    private static final AwsKeys NO_KEYS = new AwsKeys("", "", "");

    private final KeyRing keys;
    private final SignatureCheck signatures;

    public SecurityTokenService(KeyRing keys) {
        this.keys = keys;
        this.signatures = new SignatureCheck(keys, "sts", Duration.ofMinutes(15), InstantSource.system());
    }

    /** The parameters of a call, from query and form body. */
    public static Map<String, String> parameters(Call call) {
        Map<String, String> parameters = new HashMap<>();
        String form = new String(call.body(), UTF_8) + "&" + (call.query() == null ? "" : call.query());
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    public Answer handle(Call call, World world, Instant now, Door door) {
        Map<String, String> parameters = parameters(call);
        try {
            Requester requester = requester(call, world, now, door);
            return answer(requester, parameters, world, now);
        } catch (SignatureRefused e) {
            return StsXml.error(StsError.of(e));
        } catch (StsError e) {
            return StsXml.error(e);
        }
    }

    /**
     * Who asks.
     *
     * @param byLongTermKeys a person's or a program's own keys, not those of a session: they may get sessions of any length
     */
    private record Requester(Session session, boolean byLongTermKeys) {}

    private Requester requester(Call call, World world, Instant now, Door door) throws SignatureRefused {
        return switch (door) {
            case HANDLERS -> new Requester(signatures.check(call, region -> !region.isEmpty(), now), false);
            case TOOLS ->
                signatures
                        .claimed(call)
                        .map(session -> new Requester(session, false))
                        .orElseGet(
                                () -> new Requester(new Session(NO_KEYS, world.executionRole(), "local", now), true));
        };
    }

    private Answer answer(Requester requester, Map<String, String> parameters, World world, Instant now)
            throws StsError {
        String action = parameters.getOrDefault("Action", "");
        return switch (action) {
            case "AssumeRole" -> assumeRole(requester, parameters, world, now);
            case "GetCallerIdentity" -> StsXml.answer(action, identity(requester.session()));
            case "GetSessionToken" -> sessionToken(requester, parameters, now);
            default ->
                throw new StsError(
                        400,
                        "InvalidAction",
                        "Could not find operation " + action + " for version " + parameters.get("Version"));
        };
    }

    private Answer sessionToken(Requester requester, Map<String, String> parameters, Instant now) throws StsError {
        if (!requester.byLongTermKeys()) {
            throw new StsError(403, "AccessDenied", "Cannot call GetSessionToken with session credentials");
        }
        int seconds = duration(parameters.getOrDefault("DurationSeconds", HALF_A_DAY), 129_600);
        Session session = keys.issue(requester.session().role(), "local", now.plusSeconds(seconds));
        return StsXml.answer("GetSessionToken", Map.of("Credentials", credentials(session)));
    }

    private static Map<String, Object> identity(Session caller) {
        Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("Arn", caller.arn());
        identity.put("UserId", caller.userId());
        identity.put("Account", caller.role().account());
        return identity;
    }

    private Answer assumeRole(Requester requester, Map<String, String> parameters, World world, Instant now)
            throws StsError {
        String arn = parameters.getOrDefault("RoleArn", "");
        String name = parameters.getOrDefault("RoleSessionName", "");
        StsError.checkText("roleArn", arn, 20, 2048, ".*");
        StsError.checkText("roleSessionName", name, 2, 64, "[\\w+=,.@-]*");
        Session caller = requester.session();
        int seconds = duration(parameters.getOrDefault("DurationSeconds", "3600"), 43_200);
        if (seconds > CHAINED_SECONDS && !requester.byLongTermKeys()) {
            throw new StsError(
                    400,
                    "ValidationError",
                    "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }
        Role role = world.role(arn)
                .filter(wanted -> trusts(wanted, caller) || isOwn(wanted, requester))
                .orElseThrow(() -> StsError.denied(caller, "sts:AssumeRole", arn));
        if (parameters.keySet().stream().anyMatch(parameter -> parameter.startsWith("Tags.member."))) {
            // Guess: roles of this world are trusted with AssumeRole alone.
            throw StsError.denied(caller, "sts:TagSession", arn);
        }
        Session session = keys.issue(role, name, now.plusSeconds(seconds));
        Map<String, Object> user = new LinkedHashMap<>();
        user.put("AssumedRoleId", session.userId());
        user.put("Arn", session.arn());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("AssumedRoleUser", user);
        result.put("Credentials", credentials(session));
        return StsXml.answer("AssumeRole", result);
    }

    private static int duration(String given, int most) throws StsError {
        StsError.checkText("durationSeconds", given, 1, 6, "\\d+");
        int seconds = Integer.parseInt(given);
        if (seconds < 900 || seconds > most) {
            throw StsError.constraint(
                    given,
                    "durationSeconds",
                    seconds < 900
                            ? "Member must have value greater than or equal to 900"
                            : "Member must have value less than or equal to " + most);
        }
        return seconds;
    }

    /** Long-term keys stand for the execution role, so they get its sessions whomever it trusts. */
    private static boolean isOwn(Role wanted, Requester requester) {
        return requester.byLongTermKeys()
                && wanted.arn().equals(requester.session().role().arn());
    }

    private static boolean trusts(Role role, Session caller) {
        String account = caller.role().account();
        List<String> principals =
                List.of(caller.role().arn(), caller.arn(), account, "arn:aws:iam::" + account + ":root", "*");
        return role.trust().stream().anyMatch(principals::contains);
    }

    private static Map<String, Object> credentials(Session session) {
        Map<String, Object> credentials = new LinkedHashMap<>();
        credentials.put("AccessKeyId", session.keys().accessKeyId());
        credentials.put("SecretAccessKey", session.keys().secretAccessKey());
        credentials.put("SessionToken", session.keys().sessionToken());
        credentials.put("Expiration", session.expires().truncatedTo(ChronoUnit.SECONDS));
        return credentials;
    }
}
