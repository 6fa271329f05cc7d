package com.paloaltonetworks.cloudngfw.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.paloaltonetworks.cloudngfw.core.Progress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.cloudformation.proxy.HandlerErrorCode;

/** What one operation's invocations tell each other stays under two kilobytes beside a thousand entries of others. */
class SmallContextTest {

    private static final List<String> THOUSAND = IntStream.range(0, 1000)
            .mapToObj(number -> "rule " + "n".repeat(44) + number + " (LocalRule 1000000)")
            .toList();

    private final Progress progress = new Progress();
    private final DeployProgress deploy = progress.getDeploy();

    @BeforeEach
    void inTheMiddle() {
        progress.setStartedAt(1_767_225_600_000L);
        progress.setDone(List.of("require-absent", "await-rulestack-and-references", "write"));
        deploy.setLastSeen("x".repeat(3000));
        deploy.setTakenSince(1_767_225_600_000L);
        deploy.setEarlierRemovals(NameFilter.of(THOUSAND));
    }

    @Test
    void whileItLooksAtOthers() throws JsonProcessingException {
        deploy.setLook(Look.of(THOUSAND, THOUSAND, 0).unfinished(1000, "0123456789abcdef"));
        assertThat(size()).isLessThan(2048);
        deploy.setLook(Look.of(THOUSAND, THOUSAND, 1000).finishedAt(1_767_225_600_000L));
        assertThat(size()).isLessThan(2048);
        assertThat(deploy.getLook().foreignInShort()).hasSize(5).last().isEqualTo("and 1996 more");
    }

    @Test
    void whileItTakesBack() throws JsonProcessingException {
        deploy.setLook(Look.of(THOUSAND, THOUSAND, 0));
        deploy.setAftermath("y".repeat(3000));
        DeploymentScript script = new DeploymentScript() {};
        new Withdrawal(script.operation(progress), script.target)
                .remember(HandlerErrorCode.ServiceInternalError, "z".repeat(3000));
        assertThat(size()).isLessThan(2048);
    }

    @Test
    void whateverTheServiceWrites() throws JsonProcessingException {
        for (String character : List.of("\"", "\\", "\u0001", "\u00fc", "\u8a9e", "\uD83D\uDD25")) {
            deploy.setLastSeen(character.repeat(3000));
            deploy.setAftermath(character.repeat(3000));
            DeploymentScript script = new DeploymentScript() {};
            new Withdrawal(script.operation(progress), script.target)
                    .remember(HandlerErrorCode.ServiceInternalError, character.repeat(3000));
            assertThat(size()).as(character).isLessThan(2048);
        }
    }

    @Test
    void aFilterForgetsNothingAndTakesFewForItsOwn() {
        List<String> fifty = THOUSAND.subList(0, 50);
        String filter = NameFilter.of(fifty);
        assertThat(fifty).allMatch(name -> NameFilter.mayContain(filter, name));
        assertThat(THOUSAND.subList(50, 1000))
                .filteredOn(name -> NameFilter.mayContain(filter, name))
                .hasSizeLessThan(40);
        assertThat(NameFilter.mayContain(NameFilter.of(List.of()), "rule a")).isFalse();
    }

    private int size() throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(progress).getBytes(StandardCharsets.UTF_8).length;
    }
}
