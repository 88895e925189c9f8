package io.vpclocal.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.RawHttp;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the traffic API for one account in us-east-1. */
record TrafficApi(URI endpoint, String account) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Sends one possible flow and returns its result. Quotes may be written as apostrophes. */
    JsonNode send(String flow) throws Exception {
        HttpResponse<String> answer = post(flow);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).get("flows").get(0);
    }

    /** Sends TCP from one side to another. */
    JsonNode tcp(String source, String destination, int port) throws Exception {
        return send("{'source':'%s','destination':'%s','destinationPort':%d}".formatted(source, destination, port));
    }

    HttpResponse<String> post(String body) throws Exception {
        return request("POST", "/_vpclocal/traffic", body);
    }

    HttpResponse<String> request(String method, String path, String body) throws Exception {
        return RawHttp.send(RawHttp.request(endpoint, path + "?account=" + account)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** The records of a flow in the order of the path: {@code eni-1 egress ACCEPT}. */
    static List<String> records(JsonNode flow) {
        return flow.get("records")
                .valueStream()
                .map(record -> record.get("interfaceId").stringValue() + " "
                        + record.get("direction").stringValue() + " "
                        + record.get("action").stringValue())
                .toList();
    }

    static List<String> stages(JsonNode path) {
        return path.get("hops")
                .valueStream()
                .map(hop -> hop.get("stage").stringValue())
                .toList();
    }

    static boolean allowed(JsonNode flow) {
        return flow.get("allowed").booleanValue();
    }

    static String code(JsonNode flow) {
        return flow.get("code").stringValue();
    }
}
