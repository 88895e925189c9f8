package io.vpclocal.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts the packaged jar and prints how long it takes to its first answer, and how fast endpoints are created and
 * described. Arguments: the jar, and the java command to run it with.
 */
final class EndpointBenchmark {

    private static final int THREADS = 2;
    private static final int PAGE = 100;
    /** AWS allows 255 gateway endpoints in a VPC; half of these are gateways. */
    private static final int PER_VPC = 400;

    private static final int VPCS = 8;
    private static final String S3 = "com.amazonaws.us-east-1.s3";
    private static final String KMS = "com.amazonaws.us-east-1.kms";

    private EndpointBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int port = freePort();
        long start = System.nanoTime();
        Process server = start(arguments[1], Path.of(arguments[0]), port, Map.of());
        try {
            URI endpoint = URI.create("http://127.0.0.1:" + port);
            new Load(endpoint, "test").call("DescribeVpcs", Map.of());
            System.out.printf("start to first answer        %8.2f s%n", (System.nanoTime() - start) / 1e9);
            create(endpoint);
            describe(endpoint);
        } finally {
            server.destroy();
            server.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private static void create(URI endpoint) throws Exception {
        Load load = new Load(endpoint, "100000000001");
        String vpc = vpc(load, 0);
        String subnet = subnet(load, vpc);
        List<Map<String, String>> gateways = new ArrayList<>();
        for (int n = 1; n <= VPCS; n++) {
            gateways.add(Map.of("VpcId", vpc(load, n), "ServiceName", S3));
        }
        Map<String, String> withInterface = privateInterface(vpc, subnet);
        load.measure(THREADS, 150, "CreateVpcEndpoint", i -> gateways.get(i % VPCS));
        System.out.println("create gateway endpoint      "
                + load.measure(THREADS, 300, "CreateVpcEndpoint", i -> gateways.get(i % VPCS)));
        load.measure(THREADS, 150, "CreateVpcEndpoint", i -> withInterface);
        System.out.println(
                "create interface endpoint    " + load.measure(THREADS, 300, "CreateVpcEndpoint", i -> withInterface));
    }

    private static Map<String, String> privateInterface(String vpc, String subnet) {
        return Map.of(
                "VpcId",
                vpc,
                "ServiceName",
                KMS,
                "VpcEndpointType",
                "Interface",
                "SubnetId.1",
                subnet,
                "PrivateDnsEnabled",
                "false");
    }

    private static void describe(URI endpoint) throws Exception {
        Map<String, String> page = Map.of("MaxResults", String.valueOf(PAGE));
        List<Load> accounts = new ArrayList<>();
        int[] sizes = {0, 100, 10_000};
        for (int i = 0; i < sizes.length; i++) {
            accounts.add(filled(endpoint, "20000000000" + i, sizes[i]));
        }
        for (Load load : accounts) {
            load.measure(THREADS, 200, "DescribeVpcEndpoints", i -> page);
        }
        // In turns, so that a slow moment of the machine does not fall on one of them alone.
        for (int round = 1; round <= 3; round++) {
            for (int i = 0; i < sizes.length; i++) {
                Load.Figures figures = accounts.get(i).measure(THREADS, 400, "DescribeVpcEndpoints", n -> page);
                System.out.printf("describe %d of %,6d, round %d %s%n", PAGE, sizes[i], round, figures);
            }
        }
    }

    /** An account with that many endpoints, half of them gateway and half interface endpoints. */
    static Load filled(URI endpoint, String account, int endpoints) throws Exception {
        Load load = new Load(endpoint, account);
        for (int made = 0; made < endpoints; made += PER_VPC) {
            String vpc = vpc(load, made / PER_VPC);
            String subnet = subnet(load, vpc);
            int half = Math.min(PER_VPC, endpoints - made) / 2 / THREADS;
            load.measure(THREADS, half, "CreateVpcEndpoint", i -> Map.of("VpcId", vpc, "ServiceName", S3));
            load.measure(THREADS, half, "CreateVpcEndpoint", i -> privateInterface(vpc, subnet));
        }
        return load;
    }

    private static String vpc(Load load, int n) throws IOException, InterruptedException {
        return Load.element(load.call("CreateVpc", Map.of("CidrBlock", "10." + n + ".0.0/16")), "vpcId");
    }

    private static String subnet(Load load, String vpc) throws IOException, InterruptedException {
        String cidr = Load.element(load.call("DescribeVpcs", Map.of("VpcId.1", vpc)), "cidrBlock");
        return Load.element(
                load.call("CreateSubnet", Map.of("VpcId", vpc, "CidrBlock", cidr.replace("/16", "/20"))), "subnetId");
    }

    /** Returns when the emulator is ready. */
    static Process start(String java, Path jar, int port, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(java, "-Xmx1g", "-jar", jar.toString());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        List<String> output = new ArrayList<>();
        String line;
        while ((line = reader.readLine()) != null && !line.equals("Ready.")) {
            output.add(line);
        }
        if (line == null) {
            throw new IllegalStateException(String.join("\n", output));
        }
        Thread drain = new Thread(() -> reader.lines().forEach(rest -> {}), "server-output");
        drain.setDaemon(true);
        drain.setUncaughtExceptionHandler((thread, e) -> {
            // The stream ends with the process.
            if (!(e instanceof UncheckedIOException)) {
                throw new IllegalStateException(e);
            }
        });
        drain.start();
        return process;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
