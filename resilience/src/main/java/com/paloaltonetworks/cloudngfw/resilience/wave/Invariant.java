package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.executor.Result;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;
import java.time.Duration;

/** What must hold whatever happens. It is told of everything, and says what is wrong. */
interface Invariant {

    /** CloudFormation begins an operation. */
    default void begins(Change change) {}

    /** A call stands at the service's door: nothing has come of it yet. */
    default void arrives(Call call, Delivery delivery) {}

    /** The same call, answered. */
    default void answered(Call call, Answer answer, Delivery delivery) {}

    /** An invocation has written a line to the log. */
    default void logged(Delivery delivery, String line) {}

    /** An invocation has ended. */
    default void returned(Delivery delivery, String event, Duration took) {}

    /** CloudFormation has just heard how an operation ended. */
    default void ended(Change change, Result result) {}

    /** Nothing moves any more. */
    default void atRest(Course course) {}
}
