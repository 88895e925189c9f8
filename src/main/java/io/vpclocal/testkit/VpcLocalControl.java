package io.vpclocal.testkit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A client of an emulator's own API, below {@code /_vpclocal}. Made {@linkplain #in for an account}, it sends traffic
 * there, and empties, looks at and disturbs that account alone.
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

    /** For all accounts of the emulator at that endpoint, wherever it runs. */
    public static VpcLocalControl at(URI endpoint) {
        return new VpcLocalControl(new ControlHttp(endpoint), null, null);
    }

    /** For one account and Region of it. */
    public VpcLocalControl in(String account, String region) {
        return new VpcLocalControl(http, account, region);
    }

    /**
     * Whether the emulator serves requests.
     *
     * @param services each service with {@code available} or, once it was called, {@code running}
     * @param version of the emulator
     */
    public record Health(Map<String, String> services, String version) {}

    /**
     * What a delivery of flow logs did.
     *
     * @param flowLogs how many flow logs had a look at what there was
     * @param records how many records were delivered
     * @param failed how many flow logs could not deliver
     * @param failures why they could not
     */
    public record Flush(int flowLogs, int records, int failed, List<FlushFailure> failures) {}

    /**
     * Why a flow log could not deliver.
     *
     * @param error as DescribeFlowLogs shows it, such as {@code Access error}
     * @param reason the permission, trust or destination that is missing
     */
    public record FlushFailure(String flowLogId, String account, String region, String error, String reason) {}

    private record Verdicts(List<FlowVerdict> flows) {}

    private record Done(int rows) {}

    private record Caller(String endpoint) {}

    private record Capacity(@Nullable Integer flows) {}

    /** Where it is. */
    public URI endpoint() {
        return http.endpoint();
    }

    /** Whether it serves requests, and which. */
    public Health health() {
        return Json.read(http.get("/_vpclocal/health"), Health.class);
    }

    /** The emulator's time, which is the same for all accounts. */
    public VpcLocalClock clock() {
        return clock;
    }

    /** Rules that make calls fail or wait. */
    public VpcLocalFaults faults() {
        return faults;
    }

    /** Saved states of the whole emulator. */
    public VpcLocalSnapshots snapshots() {
        return new VpcLocalSnapshots(http);
    }

    /** Sends a flow through the network: what decided about it, hop by hop, and what flow logs will show of it. */
    public FlowVerdict traffic(Flow flow) {
        return traffic(List.of(flow)).get(0);
    }

    /** Sends several flows, all or none. Without an account they run in that of the key {@code test}. */
    public List<FlowVerdict> traffic(List<Flow> flows) {
        Object body =
                Map.of("flows", flows.stream().map(flow -> flow.members().map()).toList());
        return Json.read(http.post(scoped("/_vpclocal/traffic"), body), Verdicts.class)
                .flows();
    }

    /**
     * Where AWS clients call as a network interface: what they send goes through its subnet's routes, its groups and the
     * VPC's endpoints before it reaches a service.
     *
     * @param id a network interface ({@code eni-…}) or an instance ({@code i-…}), whose primary interface calls
     */
    public URI from(String id) {
        Map<String, String> caller = Map.of(id.startsWith("i-") ? "instance" : "networkInterface", id);
        return URI.create(Json.read(http.post(scoped("/_vpclocal/callers"), caller), Caller.class)
                .endpoint());
    }

    /** Delivers all accepted traffic to the flow logs of all accounts at once, also of windows that are not over yet. */
    public Flush flushFlowLogs() {
        return Json.read(http.post("/_vpclocal/flow-logs/flush"), Flush.class);
    }

    /** How many flows each network interface captures per aggregation interval; null for any number. */
    public @Nullable Integer captureCapacity() {
        return Json.read(http.get(scoped(CAPTURE_CAPACITY)), Capacity.class).flows();
    }

    /**
     * Lets flow logs lose data from now on: of each network interface and aggregation interval they get so many flows, and
     * one SKIPDATA record for all others.
     *
     * @param flows 0 or more
     */
    public void setCaptureCapacity(int flows) {
        capacitySet.set(true);
        http.put(scoped(CAPTURE_CAPACITY), Map.of("flows", flows));
    }

    /** Captures as many flows as the emulator is configured to, or as is set for all accounts. */
    public void resetCaptureCapacity() {
        http.delete(scoped(CAPTURE_CAPACITY));
        capacitySet.set(false);
    }

    /** Forgets what the account has in all Regions; without an account, everything. @return how many rows are gone */
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
     * Those of the last calls that fit, newest first.
     *
     * @param filter any of {@code principal}, {@code region}, {@code service}, {@code action}, {@code requestId}, {@code
     *     error}, {@code failed}, {@code denied}, and {@code limit}
     */
    public List<LoggedRequest> requests(Map<String, String> filter) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        parameters.put("account", account);
        parameters.putAll(filter);
        return Json.readList(http.get(ControlHttp.path("/_vpclocal/requests", parameters)), LoggedRequest.class);
    }

    /** Forgets the calls of all accounts. */
    public void clearRequests() {
        http.delete("/_vpclocal/requests");
    }

    /** The policy document that the logged calls of a user, role or caller need, and no more. */
    public String policyFor(String principalArn) {
        return http.get(ControlHttp.path("/_vpclocal/iam/policy", Map.of("principal", principalArn)));
    }

    /**
     * Any other request of the emulator's API, as its documentation shows it.
     *
     * @param json the body; null for none
     * @return the body of the answer
     */
    public String call(String method, String path, @Nullable String json) {
        return http.call(method, path, json);
    }

    /** Takes back what this client did to all accounts: the clock, the fault rules; and the capture capacity it set. */
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
