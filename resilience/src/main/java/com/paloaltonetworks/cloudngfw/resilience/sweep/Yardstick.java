package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Snapshot.Difference;
import com.paloaltonetworks.cloudngfw.resilience.sweep.Trial.Ending;
import java.util.ArrayList;
import java.util.List;

/**
 * The run without a fault, that the others are measured by, measured itself: by what the same handlers make on another way,
 * and by what an operation may touch.
 */
final class Yardstick {

    private final Stage stage;
    private final Story story;

    Yardstick(Stage stage) {
        this.stage = stage;
        this.story = stage.story();
    }

    /** Why the run cannot be trusted; nothing if it can. */
    List<String> doubts(Ending undisturbed) {
        List<String> doubts = new ArrayList<>(undisturbed.evidence().offences());
        if (!undisturbed.succeeded()) {
            doubts.add("fails without a fault: " + undisturbed.ends());
        }
        tell(
                "not in force at its success: ",
                undisturbed.tenant().inForce(),
                undisturbed.atEnd().inForce(),
                doubts);
        switch (story.action()) {
            case CREATE -> doubts.addAll(touched(undisturbed.tenant()));
            case UPDATE -> tell("not what a create makes: ", asked(made()), asked(undisturbed.tenant()), doubts);
            case DELETE -> tell("not as if it had never been: ", bare(), undisturbed.tenant(), doubts);
            case READ, LIST -> tell("changed by looking: ", stage.snapshot(), undisturbed.tenant(), doubts);
        }
        return doubts;
    }

    /** What a create leaves anywhere but in its own place. */
    private List<String> touched(Snapshot tenant) {
        Place place = new Place(story.wanted());
        List<Difference> differences = stage.snapshot().differencesTo(tenant);
        List<String> touched = new ArrayList<>();
        differences.stream()
                .filter(difference -> difference.expected() != null || !place.holds(difference.path()))
                .forEach(difference -> touched.add("not its own: " + difference));
        if (!place.isTakenIn(tenant)) {
            touched.add("nothing was created");
        }
        return touched;
    }

    /** The same world in which an update's wanted state was created. */
    private Snapshot made() {
        Story.Partner partner = story.partner();
        return Stage.of(story.withBefore(story.wanted())
                        .withPartner(partner == null ? null : new Story.Partner(partner.wanted(), partner.wanted())))
                .snapshot();
    }

    /** Without the version that the service chooses where nobody does; it keeps what it finds. */
    private Snapshot asked(Snapshot tenant) {
        return story.wanted().properties().has("AppIdVersion")
                ? tenant
                : tenant.without(path -> path.endsWith("/AppIdVersion"));
    }

    private Snapshot bare() {
        return Stage.of(story.withBefore(null)).snapshot();
    }

    private static void tell(String what, Snapshot wanted, Snapshot found, List<String> doubts) {
        wanted.differencesTo(found).forEach(difference -> doubts.add(what + difference));
    }
}
