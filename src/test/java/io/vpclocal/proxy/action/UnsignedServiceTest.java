package io.vpclocal.proxy.action;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.WireRequest;
import io.vpclocal.protocol.dispatch.ApiVersions;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mark of every service (service models of botocore). */
class UnsignedServiceTest {

    private static final List<List<String>> MARKS = Table.read("service-marks.tsv");

    static Stream<Arguments> marks() {
        return MARKS.stream().map(line -> Arguments.of(line.get(0), line.get(1), line.get(2)));
    }

    @ParameterizedTest
    @MethodSource("marks")
    void aMarkNamesItsService(String kind, String mark, String service) {
        WireRequest request =
                switch (kind) {
                    case "target" -> request("POST", "/", "x-amz-target", mark + ".Do", "");
                    case "host" -> request("GET", "/x", "host", mark + ".eu-west-1.amazonaws.com", "");
                    case "header" -> request("GET", "/x", mark, "x", "");
                    case "operation" ->
                        request("POST", "/", "accept", "*/*", "Version=" + mark.replace(" ", "&Action="));
                    case "agent" -> request("GET", "/x", "user-agent", "aws-sdk-x/1 api/" + mark + "#1.0", "");
                    default -> request("POST", "/", "accept", "*/*", "Action=NoSuchAction&Version=" + mark);
                };
        Optional<KnownService> named = UnsignedService.named(request);
        boolean ofEc2 = kind.equals("operation")
                && ApiVersions.isOfEc2(mark.substring(0, mark.indexOf(' ')), mark.substring(mark.indexOf(' ') + 1));
        if (AwsService.bySigningName(service).isPresent() || ofEc2) {
            assertThat(named).isEmpty();
            assertThat(UnsignedService.guessed(request)).isEmpty();
        } else {
            assertThat(named.map(KnownService::signingName)).isPresent().hasValueSatisfying(name -> assertThat(name)
                    .isIn(service, mark.startsWith("2010-12-01") ? "unknown" : service));
        }
    }

    /** The first operation of each REST service. */
    static Stream<Arguments> paths() throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Objects.requireNonNull(
                        UnsignedServiceTest.class.getResourceAsStream("/io/vpclocal/proxy/rest-operations.gz"))),
                StandardCharsets.UTF_8))) {
            Map<String, Arguments> first = new LinkedHashMap<>();
            lines.lines()
                    .map(line -> line.split("\t", -1))
                    .forEach(line -> first.putIfAbsent(
                            line[0], Arguments.of(line[0], line[1], line[2].replaceAll("\\{[^}]*}", "x"))));
            return first.values().stream().collect(Collectors.toList()).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aCallOfAnSdkIsNeverAPathThatDoesNotExist(String service, String method, String uri) {
        int mark = uri.indexOf('?');
        String path = mark < 0 ? uri : uri.substring(0, mark);
        WireRequest request = new WireRequest(
                method,
                path,
                mark < 0 ? "" : uri.substring(mark + 1),
                Map.of("amz-sdk-invocation-id", List.of("1")),
                new byte[0],
                "127.0.0.1",
                false);
        Optional<KnownService> named = UnsignedService.named(request);
        KnownService found = named.or(() -> UnsignedService.guessed(request)).orElseThrow();
        // Some services have the same paths. Those without a fixed part look like buckets.
        assertThat(found.signingName()).isIn(service, "unknown", "s3");
    }

    private static WireRequest request(String method, String path, String header, String value, String body) {
        return new WireRequest(
                method,
                path,
                "",
                Map.of(header, List.of(value)),
                body.getBytes(StandardCharsets.UTF_8),
                "127.0.0.1",
                false);
    }
}
