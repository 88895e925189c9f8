package io.vpclocal.testkit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A client of an emulator's control API, below {@code /_vpclocal}. A client {@linkplain #in for an account} sends
 * traffic in that account, and its resets, request logs and faults cover only that account.
 *
 * <p>Every method throws {@link VpcLocalException} if the emulator refuses the request.
 */
public final class VpcLocalControl {

    private static final String CAPTURE_CAPACITY = "/_vpclocal/flow-logs/capture-capacity";

    private final ControlHttp http;
    private final @Nullable String account;
    private final @Nullable String region;
    private final VpcLocalClock clock;
    private final VpcLocalFaults faults;
    private final AtomicBoolean capacitySet = new AtomicBoolean();

    private VpcLocalControl(ControlHttp http, @Nullable String account, @Nullable String region) {
        this.http = http;
        this.account = account;
        this.region = region;
        this.clock = new VpcLocalClock(http);
        this.faults = new VpcLocalFaults(http, account);
    }

    /** A client for all accounts of the emulator at an endpoint. */
    public static VpcLocalControl at(URI endpoint) {
        return new VpcLocalControl(new ControlHttp(endpoint), null, null);
    }

    /** A client for one account and Region. */
    public VpcLocalControl in(String account, String region) {
        return new VpcLocalControl(http, account, region);
    }

    /**
     * Whether the emulator serves requests.
     *
     * @param services the state of each service: {@code available}, or {@code running} after its first call
     * @param version of the emulator
     */
    public record Health(Map<String, String> services, String version) {}

    /**
     * The result of a delivery to flow logs.
     *
     * @param flowLogs the number of flow logs checked
     * @param records the number of records delivered
     * @param failed the number of flow logs that could not deliver
     * @param failures the reasons
     */
    public record Flush(int flowLogs, int records, int failed, List<FlushFailure> failures) {}

    /**
     * The reason that a flow log could not deliver.
     *
     * @param error the error of DescribeFlowLogs, such as {@code Access error}
     * @param reason the missing permission, trust or destination
     */
    public record FlushFailure(String flowLogId, String account, String region, String error, String reason) {}

    private record Verdicts(List<FlowVerdict> flows) {}

    private record Done(int rows) {}

    private record Caller(String endpoint) {}

    private record Capacity(@Nullable Integer flows) {}

    /** The emulator's endpoint. */
    public URI endpoint() {
        return http.endpoint();
    }

    /** The health of the emulator. */
    public Health health() {
        return Json.read(http.get("/_vpclocal/health"), Health.class);
    }

    /** The emulator's clock, shared by all accounts. */
    public VpcLocalClock clock() {
        return clock;
    }

    /** The fault rules, which make calls fail or wait. */
    public VpcLocalFaults faults() {
        return faults;
    }

    /** Snapshots of the whole emulator. */
    public VpcLocalSnapshots snapshots() {
        return new VpcLocalSnapshots(http);
    }

    /** Sends a flow through the network. Returns the decision of every hop and the future flow log records. */
    public FlowVerdict traffic(Flow flow) {
        return traffic(List.of(flow)).get(0);
    }

    /** Sends several flows, all or none. A client without an account uses the account of the key {@code test}. */
    public List<FlowVerdict> traffic(List<Flow> flows) {
        Object body =
                Map.of("flows", flows.stream().map(flow -> flow.members().map()).toList());
        return Json.read(http.post(scoped("/_vpclocal/traffic"), body), Verdicts.class)
                .flows();
    }

    /**
     * The endpoint for AWS clients that call from a network interface: their calls pass its subnet's routes, its
     * security groups and the VPC's endpoints before they reach a service.
     *
     * @param id a network interface ({@code eni-…}) or an instance ({@code i-…}), whose primary interface calls
     */
    public URI from(String id) {
        return caller(Map.of(id.startsWith("i-") ? "instance" : "networkInterface", id));
    }

    /**
     * The endpoint for AWS clients that call from a new network interface in a subnet. The interface exists until the
     * account is reset or the emulator ends.
     *
     * @param securityGroups of the interface; none for the default group of the VPC
     */
    public URI fromSubnet(String subnetId, String... securityGroups) {
        return caller(
                securityGroups.length == 0
                        ? Map.of("subnet", subnetId)
                        : Map.of("subnet", subnetId, "securityGroups", List.of(securityGroups)));
    }

    private URI caller(Map<String, Object> caller) {
        return URI.create(Json.read(http.post(scoped("/_vpclocal/callers"), caller), Caller.class)
                .endpoint());
    }

    /**
     * Gives the targets of a load balancer's target group a real address: a call {@linkplain #from from a network
     * interface} to an endpoint of a hosted service goes there, if the network lets it through.
     *
     * @param url a port of the loopback address, such as {@code http://127.0.0.1:8080}
     */
    public void setTarget(String targetGroupArn, URI url) {
        http.put(scoped("/_vpclocal/targets"), Map.of("targetGroup", targetGroupArn, "url", url.toString()));
    }

    /**
     * Gives one target a real address, which comes before that of its group.
     *
     * @param target an instance ({@code i-…}) or an IP address of this client's account and Region
     * @param port the port on which the target is registered
     */
    public void setTarget(String target, int port, URI url) {
        http.put(scoped("/_vpclocal/targets"), Map.of("target", target, "port", port, "url", url.toString()));
    }

    /**
     * Delivers all accepted traffic to the flow logs of all accounts at once, including windows that have not ended.
     */
    public Flush flushFlowLogs() {
        return Json.read(http.post("/_vpclocal/flow-logs/flush"), Flush.class);
    }

    /** The number of flows that each network interface captures per aggregation interval; null for any number. */
    public @Nullable Integer captureCapacity() {
        return Json.read(http.get(scoped(CAPTURE_CAPACITY)), Capacity.class).flows();
    }

    /**
     * Makes flow logs lose data from now on: per network interface and aggregation interval they get this many flows,
     * and one SKIPDATA record for all others.
     *
     * @param flows 0 or more
     */
    public void setCaptureCapacity(int flows) {
        capacitySet.set(true);
        http.put(scoped(CAPTURE_CAPACITY), Map.of("flows", flows));
    }

    /** Removes this client's capture capacity: the one for all accounts or of the settings applies again. */
    public void resetCaptureCapacity() {
        http.delete(scoped(CAPTURE_CAPACITY));
        capacitySet.set(false);
    }

    /**
     * Deletes the state of the account in all Regions; without an account, everything.
     *
     * @return the number of deleted rows
     */
    public int reset() {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("account", account);
        return Json.read(http.post(ControlHttp.path("/_vpclocal/reset", parameters)), Done.class)
                .rows();
    }

    /** The last calls, newest first. */
    public List<LoggedRequest> requests() {
        return requests(Map.of());
    }

    /**
     * The last calls that match a filter, newest first.
     *
     * @param filter any of {@code principal}, {@code region}, {@code service}, {@code action}, {@code requestId},
     *     {@code error}, {@code failed}, {@code denied}, and {@code limit}
     */
    public List<LoggedRequest> requests(Map<String, String> filter) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("account", account);
        parameters.putAll(filter);
        return Json.readList(http.get(ControlHttp.path("/_vpclocal/requests", parameters)), LoggedRequest.class);
    }

    /** Clears the request log of all accounts. */
    public void clearRequests() {
        http.delete("/_vpclocal/requests");
    }

    /** The minimal policy document for the logged calls of a user, role or caller. */
    public String policyFor(String principalArn) {
        return http.get(ControlHttp.path("/_vpclocal/iam/policy", Map.of("principal", principalArn)));
    }

    /**
     * Sends any other request of the control API.
     *
     * @param json the body; null for none
     * @return the body of the answer
     */
    public String call(String method, String path, @Nullable String json) {
        return http.call(method, path, json);
    }

    /** Undoes this client's changes of the clock, the fault rules and the capture capacity. */
    void undo() {
        if (capacitySet.get()) {
            resetCaptureCapacity();
        }
        clock.undo();
        faults.undo();
    }

    private String scoped(String path) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("account", account);
        parameters.put("region", region);
        return ControlHttp.path(path, parameters);
    }
}
