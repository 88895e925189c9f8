package io.vpclocal.flowlog.delivery;

import static io.vpclocal.flowlog.Flows.tcp;
import static io.vpclocal.flowlog.record.FlowAttributes.Action.ACCEPT;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vpclocal.flowlog.FlowLogAccount;
import io.vpclocal.flowlog.FlowLogCapture;
import io.vpclocal.flowlog.Flows;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.OwnEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Delivery to a server that answers as Amazon S3 does (AWS documentation, VPC User Guide: publish flow logs to S3). */
class EndpointDeliveryTest {

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private volatile int status = 200;

    @TempDir
    private Path directory;

    @Test
    void objectsArePut_andPutLaterAfterDeniedAccess() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String endpoint = "http://127.0.0.1:" + server.getAddress().getPort();
        try (OwnEmulator emulator =
                OwnEmulator.start(Map.of("vpclocal.s3.endpoint", endpoint, "vpclocal.flow-logs.poll-interval", "1h"))) {
            tell(emulator);
        } finally {
            server.stop(0);
        }
    }

    private void tell(OwnEmulator emulator) throws Exception {
        Aws aws = emulator.aws();
        FlowLogAccount account = new FlowLogAccount(aws);
        String text = account.create(account.toBucket("arn:aws:s3:::archive/text"));
        account.create(account.toBucket("arn:aws:s3:::archive/parquet")
                .destinationOptions(o -> o.fileFormat("parquet").hiveCompatiblePartitions(true)));
        send(emulator, account, 443);
        status = 403;
        emulator.bean(DeliveryRun.class).flush();
        assertThat(account.ec2
                        .describeFlowLogs(r -> r.flowLogIds(text))
                        .flowLogs()
                        .get(0)
                        .deliverLogsErrorMessage())
                .isEqualTo("Access error");
        assertThat(objects).isEmpty();

        status = 200;
        emulator.bean(DeliveryRun.class).flush();
        assertThat(objects).hasSize(2);
        assertThat(lines(object("/archive/text/AWSLogs/" + account.scope.account() + "/vpcflowlogs/us-east-1/")))
                .hasSize(2)
                .last()
                .asString()
                .contains(" 49152 443 6 1 40 ");
        Path file = Files.write(
                directory.resolve("file"),
                object("/archive/parquet/AWSLogs/aws-account-id=" + account.scope.account()
                        + "/aws-service=vpcflowlogs/aws-region=us-east-1/year="));
        assertThat(ParquetFile.read(file).rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("dstport", 443).containsEntry("bytes", 40L));
    }

    private static void send(OwnEmulator emulator, FlowLogAccount account, int port) {
        emulator.bean(FlowLogCapture.class)
                .capture(
                        account.scope,
                        List.of(tcp(
                                Flows.at(account),
                                port,
                                ACCEPT,
                                1,
                                40,
                                emulator.bean(Clock.class).instant(),
                                Duration.ZERO)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("PUT") && status == 200) {
            objects.put(exchange.getRequestURI().getPath(), body);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private byte[] object(String prefix) {
        return objects.entrySet().stream()
                .filter(object -> object.getKey().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new AssertionError(prefix + " is not among " + objects.keySet()))
                .getValue();
    }

    private static List<String> lines(byte[] gzip) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
