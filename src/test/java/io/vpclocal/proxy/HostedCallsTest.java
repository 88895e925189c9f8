package io.vpclocal.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.endpointservice.hosted.Provider;
import io.vpclocal.testing.Aws;
import io.vpclocal.testing.ControlApi;
import io.vpclocal.testkit.VpcLocalControl;
import io.vpclocal.traffic.BalancedService;
import io.vpclocal.traffic.Lan;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;
import tools.jackson.databind.JsonNode;

/**
 * Real requests from a consumer's VPC to a target of the provider's load balancer (AWS PrivateLink Guide: "Create a service
 * powered by AWS PrivateLink"). That a target has a real address, and what is answered without one, is our design.
 */
class HostedCallsTest extends ProxyTest {

    private final RealTarget target = new RealTarget();
    private Lan lan;
    private BalancedService hosted;
    private VpcEndpoint endpoint;
    private String name;
    private URI caller;
    private VpcLocalControl control;
    private ControlApi api;

    @BeforeEach
    void twoAccounts() {
        api = new ControlApi(aws.endpoint());
        lan = new Lan(aws);
        lan.allow(lan.serverGroup, 443, "10.0.0.0/16");
        hosted = new BalancedService(aws, new Provider(aws), lan.account);
        hosted.allow(hosted.targetGroup, 8443, "10.9.0.0/16");
        endpoint = lan.endpoint(hosted, lan.clientSubnet);
        name = endpoint.dnsEntries().get(0).dnsName();
        control = VpcLocalControl.at(aws.endpoint()).in(hosted.provider.account, "us-east-1");
        control.setTarget(hosted.targetGroupArn, target.url());
        caller = VpcLocalControl.at(aws.endpoint()).in(lan.account, "us-east-1").from(lan.client);
    }

    @AfterEach
    void end() throws IOException {
        target.close();
    }

    @Test
    void aRequestCrossesTwoAccountsAndLeavesRecordsInBoth() throws Exception {
        CloudWatchLogsClient consumer = flowLog(lan.ec2, lan.vpc, lan.account);
        CloudWatchLogsClient provider = flowLog(hosted.provider.ec2, hosted.provider.vpc, hosted.provider.account);
        byte[] body = new byte[100_000];
        new Random(1).nextBytes(body);

        HttpResponse<byte[]> answer = proxied()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + name + ":443/orders/a%20b?x=%2F"))
                                .header("X-Own", "kept")
                                .POST(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
        assertThat(target.heads())
                .singleElement()
                .asString()
                .startsWith("POST /orders/a%20b?x=%2F HTTP/1.1\r\n")
                .containsIgnoringCase("\r\nHost: " + name + ":443\r\n")
                .containsIgnoringCase("\r\nX-Own: kept\r\n");
        control.flushFlowLogs();
        String own = endpoint.networkInterfaceIds().get(0);
        assertThat(records(consumer))
                .anySatisfy(record -> assertThat(record)
                        .contains(lan.client + " 10.0.1.5 ", " 443 6 ")
                        .endsWith("ACCEPT OK"))
                .anySatisfy(record -> assertThat(record).contains(own).endsWith("ACCEPT OK"))
                .anySatisfy(record -> assertThat(bytes(record)).isBetween(100_000L, 110_000L));
        assertThat(records(provider)).hasSize(4).allSatisfy(record -> assertThat(record)
                .contains(hosted.balancerIn('a').get(1), hosted.targetAddress, " 8443 ")
                .doesNotContain("10.0.1.5"));
        JsonNode logged = requests();
        assertThat(logged.path("service").asString()).isEqualTo(hosted.service.serviceId());
        assertThat(logged.path("action").asString()).isEqualTo("POST /orders/a%20b");
        assertThat(logged.path("error").isNull() || logged.path("error").isMissingNode())
                .isTrue();
    }

    @Test
    void aConnectionThatItsOwnerDoesNotAcceptIsSilence() throws Exception {
        hosted.provider.reject(hosted.service.serviceId(), endpoint.vpcEndpointId());
        assertThat(get(name + ":443", "/length")).isEmpty();
        assertThat(target.heads()).isEmpty();

        hosted.provider.accept(hosted.service.serviceId(), endpoint.vpcEndpointId());
        assertThat(get(name + ":443", "/length")).startsWith("HTTP/1.1 201");
    }

    @Test
    void groupsOfBothSidesDecide_andLeaveARejectRecord() throws Exception {
        CloudWatchLogsClient consumer = flowLog(lan.ec2, lan.vpc, lan.account);
        lan.revoke(lan.serverGroup, 443, "10.0.0.0/16");
        assertThat(get(name + ":443", "/length")).isEmpty();
        control.flushFlowLogs();
        assertThat(records(consumer)).anySatisfy(record -> assertThat(record)
                .contains(endpoint.networkInterfaceIds().get(0), " 443 6 ")
                .endsWith("REJECT OK"));

        lan.allow(lan.serverGroup, 443, "10.0.0.0/16");
        hosted.provider.ec2.revokeSecurityGroupIngress(r -> r.groupId(hosted.targetGroup)
                .ipProtocol("tcp")
                .fromPort(8443)
                .toPort(8443)
                .cidrIp("10.9.0.0/16"));
        assertThat(get(name + ":443", "/length")).isEmpty();
        assertThat(target.heads()).isEmpty();
    }

    /** The listener of the load balancer takes 443 only; an HTTP client's port is 80. */
    @Test
    void thePortIsThatOfTheHost_andThePlacesOwnStandsFor443() throws Exception {
        lan.allow(lan.serverGroup, 80, "10.0.0.0/16");
        assertThat(get(name, "/length")).isEmpty();
        String onADesk = name.replace(".amazonaws.com", ".localhost");
        assertThat(get(onADesk + ":" + caller.getPort(), "/length")).startsWith("HTTP/1.1 201");
    }

    @Test
    void aPrivateNameLeadsThereFromItsOwnVpcOnly() throws Exception {
        hosted.provider.ec2.modifyVpcEndpointServiceConfiguration(
                r -> r.serviceId(hosted.service.serviceId()).privateDnsName("orders.example.com"));
        hosted.provider.ec2.startVpcEndpointServicePrivateDnsVerification(r -> r.serviceId(hosted.service.serviceId()));
        lan.dnsHostnames();
        lan.ec2.modifyVpcEndpoint(r -> r.vpcEndpointId(endpoint.vpcEndpointId()).privateDnsEnabled(true));

        assertThat(get("orders.example.com:443", "/length")).startsWith("HTTP/1.1 201");
        assertThat(get("orders.example.com:443", "/_vpclocal/health")).contains("\r\nContent-Length: 0\r\n");
        assertThat(target.heads().get(0)).containsIgnoringCase("\r\nHost: orders.example.com:443\r\n");
        assertThat(get("other.example.com:443", "/length")).startsWith("HTTP/1.1 403");
        Lan other = new Lan(aws);
        URI elsewhere = VpcLocalControl.at(aws.endpoint())
                .in(other.account, "us-east-1")
                .from(other.client);
        assertThat(send(elsewhere, "GET /length HTTP/1.1\r\nHost: orders.example.com:443\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void aTargetWithoutARealAddressSaysSo_andOneThatIsNotThereClosesTheConnection() throws Exception {
        assertThat(api.delete("/_vpclocal/targets?id=" + hosted.targetGroupArn).status())
                .isEqualTo(204);
        assertThat(get(name + ":443", "/length"))
                .startsWith("HTTP/1.1 502")
                .endsWith("The call reached the target " + hosted.instance
                        + " port 8443, which has no real address. Set one with PUT /_vpclocal/targets.\n");

        control.setTarget(hosted.targetGroupArn, URI.create("http://127.0.0.1:1"));
        assertThat(get(name + ":443", "/length")).isEmpty();
        assertThat(requests().path("message").asString())
                .isEqualTo("The call reached the target " + hosted.instance
                        + " port 8443, but nothing accepts connections at http://127.0.0.1:1.");

        control.setTarget(hosted.instance, 8443, target.url());
        assertThat(get(name + ":443", "/length")).startsWith("HTTP/1.1 201");
    }

    @Test
    void connectCarriesAnyBytes_withTheHeaderOfTheProxyProtocol() throws Exception {
        hosted.provider.elb.modifyTargetGroupAttributes(r -> r.targetGroupArn(hosted.targetGroupArn)
                .attributes(a -> a.key("proxy_protocol_v2.enabled").value("true")));
        try (RealTarget proxied = new RealTarget(true)) {
            control.setTarget(hosted.targetGroupArn, proxied.url());
            String answer = send(
                    caller,
                    "CONNECT " + name + ":443 HTTP/1.1\r\nHost: " + name + ":443\r\n\r\nGET /ssh HTTP/1.1\r\n\r\n");
            assertThat(answer).isEqualTo("HTTP/1.1 200 Connection Established\r\n\r\nSSH-2.0-x\r\n");
            assertThat(get(name + ":443", "/length")).startsWith("HTTP/1.1 201");

            byte[] header = proxied.proxyHeaders().get(0);
            byte[] id = endpoint.vpcEndpointId().getBytes(ISO_8859_1);
            assertThat(HexFormat.of().formatHex(header, 0, 20))
                    .isEqualTo("0d0a0d0a000d0a515549540a2111" + "%04x".formatted(12 + 4 + id.length) + "0a000105");
            assertThat(HexFormat.of().formatHex(header, 26, 32))
                    .isEqualTo("01bb" + "ea%04x01".formatted(id.length + 1));
            assertThat(Arrays.copyOfRange(header, 32, header.length)).isEqualTo(id);
            assertThat(proxied.proxyHeaders()).hasSize(2);
        }
    }

    @Test
    void connectToWhatTheNetworkBlocksIsSilence() throws Exception {
        hosted.provider.reject(hosted.service.serviceId(), endpoint.vpcEndpointId());
        assertThat(send(caller, "CONNECT " + name + ":443 HTTP/1.1\r\n\r\n")).isEmpty();
    }

    @Test
    void largeBodiesAreStreamedBothWays() throws Exception {
        byte[] body = new byte[20_000_000];
        new Random(2).nextBytes(body);
        HttpResponse<byte[]> answer = proxied()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + name + ":443/echo"))
                                .PUT(BodyPublishers.ofByteArray(body))
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(Arrays.equals(answer.body(), body)).isTrue();
    }

    private HttpClient proxied() {
        return HttpClient.newBuilder()
                .proxy(ProxySelector.of(new InetSocketAddress(caller.getHost(), caller.getPort())))
                .build();
    }

    private CloudWatchLogsClient flowLog(Ec2Client ec2, String vpc, String account) {
        CloudWatchLogsClient logs = aws.logs(Aws.root(account), Region.US_EAST_1);
        logs.createLogGroup(r -> r.logGroupName("flows"));
        ec2.createFlowLogs(r -> r.resourceType("VPC")
                .resourceIds(vpc)
                .trafficType("ALL")
                .maxAggregationInterval(60)
                .logGroupName("flows")
                .deliverLogsPermissionArn(Lan.flowLogRole(aws, account)));
        return logs;
    }

    private static List<String> records(CloudWatchLogsClient logs) {
        return logs.filterLogEvents(r -> r.logGroupName("flows")).events().stream()
                .map(event -> event.message())
                .filter(record -> !record.contains("NODATA"))
                .toList();
    }

    private static long bytes(String record) {
        return Long.parseLong(record.split(" ", -1)[9]);
    }

    private JsonNode requests() throws Exception {
        return api.get("/_vpclocal/requests?limit=1&service=" + hosted.service.serviceId())
                .json()
                .path(0);
    }

    private String get(String host, String path) throws IOException {
        return send(caller, "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
    }

    /** All bytes to the end of the connection; a reset is an end too. */
    static String send(URI to, String request) throws IOException {
        try (Socket socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(ISO_8859_1));
            StringBuilder all = new StringBuilder();
            try {
                InputStream in = socket.getInputStream();
                for (int next = in.read(); next >= 0; next = in.read()) {
                    all.append((char) next);
                }
            } catch (SocketException e) {
                return all.toString();
            }
            return all.toString();
        }
    }
}
