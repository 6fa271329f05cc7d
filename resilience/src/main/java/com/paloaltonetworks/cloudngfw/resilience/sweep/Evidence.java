package com.paloaltonetworks.cloudngfw.resilience.sweep;

import com.paloaltonetworks.cloudngfw.resilience.sweep.Snapshot.Difference;
import java.util.ArrayList;
import java.util.List;
import lombok.With;

/**
 * What was seen of a run while it went on.
 *
 * @param met whether the call that was to be disturbed was made
 * @param impossible whether somebody else could not do just then what the fault says
 * @param cancelled whether CloudFormation cancelled the operation
 * @param offences what a handler must never do, and secrets where none belong
 * @param deeds what the tenant held right after somebody else had acted, where it differs from right before
 * @param tooLate whether a commit could not but take along what somebody else had edited
 * @param points the calls that the operation made until the end
 */
@With
record Evidence(
        boolean met,
        boolean impossible,
        boolean cancelled,
        List<String> offences,
        List<Difference> deeds,
        boolean tooLate,
        List<Point> points) {

    static Evidence of(Watch watch) {
        List<String> offences = new ArrayList<>(watch.getOffences());
        offences.addAll(watch.getCanaries().found());
        return new Evidence(
                watch.isMet(),
                watch.isImpossible(),
                watch.isCancelled(),
                List.copyOf(offences),
                List.copyOf(watch.getDeeds()),
                watch.getLooks().cameTooLate(),
                List.copyOf(watch.getPoints()));
    }
}
