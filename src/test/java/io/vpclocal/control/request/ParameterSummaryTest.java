package io.vpclocal.control.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.vpclocal.testing.SampleCalls;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ParameterSummaryTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final String JSON = "application/x-amz-json-1.1";

    @Test
    void formParametersAreShownDecoded() {
        assertThat(of(FORM, "Action=CreateVpc&Version=1&CidrBlock=10.0.0.0%2F16&Tag.1.Key=a+b&X-Amz-Date=1&Empty="))
                .containsExactly(entry("CidrBlock", "10.0.0.0/16"), entry("Tag.1.Key", "a b"), entry("Empty", ""));
    }

    @Test
    void jsonIsShownAsItWasSent() {
        String sent =
                "{\"a\":\"b\",\"n\":5,\"d\":1.5,\"t\":true,\"z\":null,\"o\":{\"x\":[1]},\"l\":[\"p\",{\"q\":1},[2],[]]}";
        assertThat(new JsonMapper().writeValueAsString(of(JSON, sent))).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Password", "NewPassword", "SecretAccessKey", "SerialToken", "TokenCode", "PreSharedKey"})
    void secretsAreNotShown(String name) {
        assertThat(of(FORM, name + "=swordfish")).containsExactly(entry(name, "(not shown)"));
        assertThat(of(JSON, "{\"" + name + "\":\"swordfish\"}")).containsExactly(entry(name, "(not shown)"));
        assertThat(of(JSON, "{\"l\":[{\"o\":{\"" + name + "\":[\"swordfish\"],\"b\":1}}]}"))
                .containsExactly(entry("l", List.of(Map.of("o", Map.of(name, "(not shown)", "b", 1)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":", "nonsense", "{\"a\":[1", "{\"a\":{"})
    void unreadableParametersAreLeftOut(String body) {
        assertThat(of(JSON, body)).hasSizeLessThanOrEqualTo(1);
        assertThat(of(FORM, body + "&%zz&=&=a")).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void longParametersAreCut() {
        assertThat(of(FORM, "a=" + "x".repeat(1000)).get("a")).isEqualTo("x".repeat(200) + "...");
        assertThat(of(FORM, "a=" + "x".repeat(20_000))).containsExactly(entry("...", "20002 bytes"));
        StringBuilder form = new StringBuilder("a=1");
        for (int i = 0; i < 100; i++) {
            form.append("&p").append(i).append("=1");
        }
        assertThat(of(FORM, form.toString())).hasSize(101).containsEntry("...", "and more");
        String numbers = IntStream.range(0, 200).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(of(JSON, "{\"l\":[" + numbers + "],\"m\":{\"x\":1}}"))
                .containsKeys("l", "...")
                .extractingByKey("l")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(100)
                .endsWith(98, "and more");
        assertThat(of(JSON, "{\"l\":[\"" + "x".repeat(1000) + "\"]}"))
                .containsExactly(entry("l", List.of("x".repeat(200) + "...")));
    }

    private static Map<String, Object> of(String type, String body) {
        return ParameterSummary.of(SampleCalls.request(type, body));
    }
}
