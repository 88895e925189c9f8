package io.vpclocal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The root user of an account. Creates and sends requests to EC2 and CloudWatch Logs. */
record BenchAccount(URI endpoint, String id) {

    /** @param parameters alternating names and values */
    byte[] ec2(String action, String... parameters) {
        StringBuilder form = new StringBuilder("Action=" + action + "&Version=2016-11-15");
        for (int i = 0; i < parameters.length; i += 2) {
            form.append('&')
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        return post("ec2", "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n", form.toString());
    }

    byte[] logs(String action, String json) {
        return post(
                "logs",
                "Content-Type: application/x-amz-json-1.1\r\nX-Amz-Target: Logs_20140328." + action + "\r\n",
                json);
    }

    /** Sends the request; returns the body of the answer. */
    String send(byte[] request) throws IOException {
        try (KeepAliveConnection connection = new KeepAliveConnection(endpoint)) {
            return connection.call(request);
        }
    }

    /** Creates a resource. Returns the text of that element of the response. */
    String create(String element, String action, String... parameters) throws IOException {
        return Load.element(send(ec2(action, parameters)), element);
    }

    private byte[] post(String service, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST / HTTP/1.1\r\nHost: " + endpoint.getAuthority() + "\r\n"
                        + "Authorization: AWS4-HMAC-SHA256 Credential=" + id + "/20260101/us-east-1/" + service
                        + "/aws4_request, SignedHeaders=host, Signature=0\r\n" + headers
                        + "Content-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        return request;
    }
}
