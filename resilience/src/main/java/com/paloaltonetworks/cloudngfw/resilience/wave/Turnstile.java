package com.paloaltonetworks.cloudngfw.resilience.wave;

import com.paloaltonetworks.cloudngfw.client.ApiRequest;
import com.paloaltonetworks.cloudngfw.simulator.Answer;
import com.paloaltonetworks.cloudngfw.simulator.Call;

/** Where every request passes one by one on its way to the service. */
interface Turnstile {

    /** Lets everybody pass. */
    Turnstile OPEN = new Turnstile() {};

    /** @param who the logical id of the change whose handler asks */
    default void pass(String who, ApiRequest request) {}

    default void answered(Call call, Answer answer) {}
}
