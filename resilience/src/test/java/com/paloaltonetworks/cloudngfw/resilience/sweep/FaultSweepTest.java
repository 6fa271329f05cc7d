package com.paloaltonetworks.cloudngfw.resilience.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultSweepTest {

    @Test
    void nothingIsLostOrWrongWhereverAFaultStrikes() {
        String only = System.getProperty("sweep.only", "");
        long began = System.currentTimeMillis();
        List<Sweep.Try> tries = Sweep.of(Stories.all().stream().filter(x -> x.name().startsWith(System.getProperty("sweep.story", ""))).toList(), name -> name.startsWith(only) && Math.floorMod(name.hashCode(), Integer.getInteger("sweep.sample", 1)) == 0);
        System.out.println(tries.size() + " tries in " + (System.currentTimeMillis() - began) + " ms");
        Map<String, Map<Verdict.Kind, Long>> matrix = tries.stream().collect(Collectors.groupingBy(t -> t.story() + " | " + t.disturbance().fault(), TreeMap::new, Collectors.groupingBy(t -> t.verdict().kind(), TreeMap::new, Collectors.counting())));
        matrix.forEach((k, v) -> System.out.println(k + " " + v));
        tries.stream().filter(t -> t.verdict().kind() == Verdict.Kind.FAILED_CLEANLY).limit(Integer.getInteger("sweep.clean", 0)).forEach(t -> System.out.println("CLEAN " + t));
        tries.stream().filter(t -> t.verdict().kind() == Verdict.Kind.WRONG).limit(60).forEach(t -> System.out.println("WRONG " + (t.toString().length() > 700 ? t.toString().substring(0, 700) : t)));
    }
}
