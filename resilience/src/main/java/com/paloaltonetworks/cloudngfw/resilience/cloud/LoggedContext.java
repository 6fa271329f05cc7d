package com.paloaltonetworks.cloudngfw.resilience.cloud;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lambda's context with a logger that somebody listens to. */
public final class LoggedContext {

    private LoggedContext() {}

    public static Context of(Context context, Consumer<String> listener) {
        LambdaLogger logger = new LambdaLogger() {
            @Override
            public void log(String line) {
                listener.accept(line);
            }

            @Override
            public void log(byte[] line) {
                listener.accept(new String(line, StandardCharsets.UTF_8));
            }
        };
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getLogger") ? logger : method.invoke(context, arguments));
    }
}
