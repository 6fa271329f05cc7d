package com.paloaltonetworks.cloudngfw.local.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** A refusal of Lambda: it names itself in a header, and the full name is what the AWS SDKs look for. */
final class LambdaError extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String type;

    private LambdaError(int status, String type, String message) {
        super(message);
        this.status = status;
        this.type = type;
    }

    static LambdaError notFound(String message) {
        return new LambdaError(404, "ResourceNotFoundException", message);
    }

    static LambdaError unreadable(String message) {
        return new LambdaError(400, "InvalidRequestContentException", message);
    }

    static LambdaError badParameter(String message) {
        return new LambdaError(400, "InvalidParameterValueException", message);
    }

    static LambdaError tooLarge(int limit) {
        return new LambdaError(
                413,
                "RequestTooLargeException",
                "Request must be smaller than " + limit + " bytes for the InvokeFunction operation");
    }

    static LambdaError unknownOperation(String method, String path) {
        return new LambdaError(
                404, "UnknownOperationException", "Of Lambda only Invoke is served here, not " + method + " " + path);
    }

    Reply reply() {
        return Reply.json(
                        status,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("Type", "User")
                                .put("Message", getMessage()))
                .with("x-amzn-ErrorType", type);
    }
}
