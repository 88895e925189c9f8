package io.vpclocal.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * Prints the cost of permission checks. Calls DescribeVpcEndpoints with 100 endpoints as an open root key, and as a
 * user with many policies with and without enforcement. Rounds take turns, so that a slow moment of the machine affects
 * all of them. Arguments: the jar, and the java command to run it with.
 */
final class EnforcementBenchmark {

    private static final int THREADS = 2;
    private static final int CALLS = 150;
    private static final int ROUNDS = 7;
    private static final int POLICIES = 10;
    private static final int STATEMENTS = 10;
    private static final String ACCOUNT = "300000000000";

    private EnforcementBenchmark() {}

    private record Runner(String name, Load load, HttpRequest request, List<Double> medians) {}

    public static void main(String[] arguments) throws Exception {
        List<Process> servers = new ArrayList<>();
        try {
            List<Runner> runners = new ArrayList<>();
            for (String mode : List.of("enforce", "off")) {
                int port = EndpointBenchmark.freePort();
                servers.add(EndpointBenchmark.start(
                        arguments[1], Path.of(arguments[0]), port, Map.of("VPCLOCAL_IDENTITY_MODE", mode)));
                URI endpoint = URI.create("http://127.0.0.1:" + port);
                Load load = EndpointBenchmark.filled(endpoint, ACCOUNT, 100);
                runners.add(new Runner(
                        "root, " + mode, load, load.request("DescribeVpcEndpoints", Map.of()), new ArrayList<>()));
                runners.add(new Runner("user, " + mode, load, signed(endpoint, user(endpoint)), new ArrayList<>()));
            }
            for (Runner runner : runners) {
                runner.load().measure(THREADS, 4 * CALLS, i -> runner.request());
            }
            for (int round = 1; round <= ROUNDS; round++) {
                for (Runner runner : runners) {
                    Load.Figures figures = runner.load().measure(THREADS, CALLS, i -> runner.request());
                    runner.medians().add(figures.p50());
                    System.out.printf("%-14s round %d %s%n", runner.name(), round, figures);
                }
            }
            for (Runner runner : runners) {
                System.out.printf(
                        "%-14s best p50 %.2f ms, %.3f of a user whose policies nobody looks at%n",
                        runner.name(), best(runner), best(runner) / best(runners.get(3)));
            }
        } finally {
            for (Process server : servers) {
                server.destroy();
                server.waitFor(30, TimeUnit.SECONDS);
            }
        }
    }

    /** The best round. */
    private static double best(Runner runner) {
        return runner.medians().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    /** A user with ten policies of ten statements. The last statement allows everything it does. */
    private static AwsCredentialsIdentity user(URI endpoint) throws IOException, InterruptedException {
        iam(endpoint, "CreateUser", "UserName", "ana");
        for (int p = 0; p < POLICIES; p++) {
            List<String> statements = new ArrayList<>();
            for (int s = 0; s < STATEMENTS; s++) {
                statements.add(statement(p, s));
            }
            String text = "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
            String arn =
                    Load.element(iam(endpoint, "CreatePolicy", "PolicyName", "p" + p, "PolicyDocument", text), "Arn");
            iam(endpoint, "AttachUserPolicy", "UserName", "ana", "PolicyArn", arn);
        }
        String key = iam(endpoint, "CreateAccessKey", "UserName", "ana");
        return AwsCredentialsIdentity.create(Load.element(key, "AccessKeyId"), Load.element(key, "SecretAccessKey"));
    }

    private static String statement(int p, int s) {
        boolean last = p == POLICIES - 1 && s == STATEMENTS - 1;
        String action = last ? "ec2:Describe*" : s % 2 == 0 ? "ec2:DescribeVpc*" : "s3:Get*";
        String condition = last ? "10.0.0.0/8\",\"127.0.0.0/8" : "10." + p + "." + s + ".0/24";
        return "{\"Effect\":\"Allow\",\"Action\":\"" + action
                + "\",\"Resource\":\"*\",\"Condition\":{\"IpAddress\":{\"aws:SourceIp\":[\"" + condition + "\"]}}}";
    }

    /** One IAM call of the account's root user. */
    private static String iam(URI endpoint, String action, String... parameters)
            throws IOException, InterruptedException {
        List<String> form = new ArrayList<>(List.of("Action=" + action, "Version=2010-05-08"));
        for (int i = 0; i < parameters.length; i += 2) {
            form.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
        }
        String authorization = "AWS4-HMAC-SHA256 Credential=" + ACCOUNT
                + "/20300101/us-east-1/iam/aws4_request, SignedHeaders=host, Signature=0";
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint)
                                .header("Authorization", authorization)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(String.join("&", form)))
                                .build(),
                        BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(action + ": " + response.body());
        }
        return response.body();
    }

    /** Signed once. The emulator verifies the signature of each call, but the client need not create one for each. */
    private static HttpRequest signed(URI endpoint, AwsCredentialsIdentity credentials) {
        byte[] body = "Action=DescribeVpcEndpoints&Version=2016-11-15".getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest plain = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint)
                .encodedPath("/")
                .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .build();
        SdkHttpRequest signed = AwsV4HttpSigner.create()
                .sign(SignRequest.builder(credentials)
                        .request(plain)
                        .payload(() -> new ByteArrayInputStream(body))
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "ec2")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                        .build())
                .request();
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint).POST(BodyPublishers.ofByteArray(body));
        signed.headers().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
                request.header(name, values.stream().collect(Collectors.joining(",")));
            }
        });
        return request.build();
    }
}
