package com.paloaltonetworks.cloudngfw.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;

/** What {@code serve} says when it is ready: what is where, and how tools are pointed at it. */
final class ServeText {

    private static final String HOST = "api.us-east-1.aws.cloudngfw.paloaltonetworks.com";

    private final PrintWriter out;
    private final JsonNode served;

    ServeText(PrintWriter out, JsonNode served) {
        this.out = out;
        this.served = served;
    }

    void print(CommonOptions common) {
        String url = served.path("Lambda").asText();
        out.println("Serving until Ctrl-C; state in " + common.state() + ", "
                + (common.isRealTime() ? "real time" : "virtual time: nobody waits"));
        line(
                "Lambda Invoke",
                url + "/2015-03-31/functions/NAME/invocations (any NAME; the payload's resourceType decides)");
        line("STS", url + " (any keys stand for the execution role)");
        line("Cloud NGFW API", served.path("CloudNgfwApi").asText() + ", or by Host " + HOST);
        if (!served.path("Https").isNull()) {
            line(
                    "HTTPS",
                    served.path("Https").asText() + ", certificate "
                            + served.path("Certificate").asText());
        }
        out.println("Try:");
        example("cfn test --endpoint " + url + " --region us-east-1 --enforce-timeout 30");
        example(
                "cfn invoke --endpoint " + url
                        + " --region us-east-1 --function-name paloaltonetworks-cloudngfw-rulestack resource CREATE request.json");
        example(
                "aws lambda invoke --endpoint-url " + url
                        + " --function-name TypeFunction --cli-binary-format raw-in-base64-out --payload file://event.json answer.json");
        example("aws sts assume-role --endpoint-url " + url
                + " --role-arn arn:aws:iam::123456789012:role/CloudNgfwAdmin --role-session-name me");
        example(curl(url));
    }

    private String curl(String url) {
        String signed =
                "curl --aws-sigv4 aws:amz:us-east-1:execute-api --user KEY:SECRET -H \"x-amz-security-token: TOKEN\" ";
        String path = HOST + "/v1/mgmt/tokens/cloudrulestackadmin";
        if (served.path("Https").isNull()) {
            return signed + "--connect-to ::127.0.0.1:" + URI.create(url).getPort() + " http://" + path;
        }
        int port = URI.create(served.path("Https").asText()).getPort();
        return signed + "--connect-to ::127.0.0.1:" + port + " --cacert "
                + served.path("Certificate").asText() + " https://" + path;
    }

    private void line(String what, String where) {
        out.printf("  %-15s %s%n", what, where);
    }

    private void example(String command) {
        out.println("  " + command);
    }
}
