package io.vpclocal.flowlog.subscription;

import static io.vpclocal.protocol.Params.require;

import io.vpclocal.flowlog.s3.ObjectStore;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Call;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ClientTokens;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.Describer;
import io.vpclocal.resource.Page;
import io.vpclocal.resource.ResourceDirectory;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.CreateFlowLogsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeFlowLogsRequest;

/** The rules of flow logs. */
@Service
class FlowLogService {

    static final ResourceKind KIND = new ResourceKind("vpc-flow-log", "fl", "flow log", "InvalidFlowLogId");

    private static final Describe<FlowLogEntity> DESCRIBE = Describe.<FlowLogEntity>filters()
            .filter("deliver-log-status", FlowLogWire::status)
            .column("log-destination-type", "destinationType", FlowLogEntity::destinationType)
            .column("flow-log-id", "resourceId", FlowLogEntity::id)
            .column("log-group-name", "logGroupName", FlowLogEntity::logGroupName)
            .column("resource-id", "monitoredId", FlowLogEntity::monitoredId)
            .column("traffic-type", "trafficType", FlowLogEntity::trafficType)
            .tags()
            .build();

    private final FlowLogs flowLogs;
    private final ResourceDirectory resources;
    private final FlowLogRole role;
    private final ObjectProvider<FlowLogDeleted> listeners;
    private final ObjectStore objects;
    private final ClientTokens tokens;
    private final TagStore tags;
    private final Describer describer;
    private final Ids ids;
    private final Clock clock;

    FlowLogService(
            FlowLogs flowLogs,
            ResourceDirectory resources,
            FlowLogRole role,
            ObjectProvider<FlowLogDeleted> listeners,
            ObjectStore objects,
            ClientTokens tokens,
            TagStore tags,
            Describer describer,
            Ids ids,
            Clock clock) {
        this.flowLogs = flowLogs;
        this.resources = resources;
        this.role = role;
        this.listeners = listeners;
        this.objects = objects;
        this.tokens = tokens;
        this.tags = tags;
        this.describer = describer;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The outcome of one request.
     *
     * @param problem the reason why no resource got a flow log; empty on success
     */
    record Created(List<FlowLogEntity> flowLogs, List<String> resourceIds, Optional<String> problem) {}

    /** Creates one flow log per resource, or returns those that the same client token created before. */
    Created create(Call call, CreateFlowLogsRequest request) {
        Scope scope = call.scope();
        if (request.resourceIds().isEmpty()) {
            throw FlowLogErrors.noResources();
        }
        ResourceType type = ResourceType.of(require(request.resourceTypeAsString(), "resourceType"));
        if (request.resourceIds().size() > type.mostPerRequest()) {
            throw FlowLogErrors.tooMany("resources", type.mostPerRequest());
        }
        List<String> resourceIds = List.copyOf(new LinkedHashSet<>(request.resourceIds()));
        FlowLogSpec spec = FlowLogSpec.of(scope, type, request);
        Optional<String> problem = problem(spec.destination());
        FlowLogEntity first = null;
        if (problem.isEmpty()) {
            first = tokens.once(call, request.clientToken(), request, id -> flowLogs.find(scope, id), () -> create(
                            scope, type, resourceIds, spec, request)
                    .get(0));
        } else {
            requireExisting(scope, type, resourceIds);
        }
        List<FlowLogEntity> made =
                first == null ? List.of() : flowLogs.findByRequest(scope.account(), scope.region(), first.request());
        return new Created(made, resourceIds, problem);
    }

    private List<FlowLogEntity> create(
            Scope scope, ResourceType type, List<String> resourceIds, FlowLogSpec spec, CreateFlowLogsRequest request) {
        requireExisting(scope, type, resourceIds);
        requireNew(scope, resourceIds, spec);
        List<String> newIds = resourceIds.stream().map(id -> ids.next("fl")).toList();
        if (spec.roleArn() != null) {
            requireTrust(scope, spec.roleArn(), newIds.get(0));
        }
        String common = ids.uuid();
        List<FlowLogEntity> made = new ArrayList<>();
        for (int i = 0; i < newIds.size(); i++) {
            FlowLogEntity flowLog =
                    new FlowLogEntity(scope, newIds.get(i), clock.instant(), resourceIds.get(i), spec, common);
            made.add(flowLogs.save(flowLog));
            tags.create(scope, KIND, flowLog.id(), request.tagSpecifications());
        }
        return made;
    }

    private void requireExisting(Scope scope, ResourceType type, List<String> resourceIds) {
        resourceIds.stream().filter(id -> !type.wellFormed(id)).findFirst().ifPresent(id -> {
            throw type.missing(id);
        });
        Set<String> existing = resources.existing(scope, resourceIds);
        resourceIds.stream().filter(id -> !existing.contains(id)).findFirst().ifPresent(id -> {
            throw type.missing(id);
        });
        if (type.transit()) {
            throw CommonErrors.notHere("flow logs of transit gateways");
        }
    }

    private void requireNew(Scope scope, List<String> resourceIds, FlowLogSpec spec) {
        List<FlowLogEntity> present = flowLogs.findByMonitored(scope.account(), scope.region(), resourceIds);
        Set<String> fingerprints =
                present.stream().map(FlowLogEntity::fingerprint).collect(Collectors.toSet());
        var counts = present.stream().collect(Collectors.groupingBy(FlowLogEntity::monitoredId, Collectors.counting()));
        for (String id : resourceIds) {
            if (fingerprints.contains(spec.fingerprint(scope, id))) {
                throw FlowLogErrors.exists();
            }
            if (counts.getOrDefault(id, 0L) >= FlowLogLimits.FLOW_LOGS_PER_RESOURCE) {
                throw FlowLogErrors.limitExceeded(id);
            }
        }
    }

    private void requireTrust(Scope scope, String roleArn, String flowLogId) {
        if (!role.trusts(roleArn, scope.arn("ec2", "vpc-flow-log/" + flowLogId), scope.account())) {
            throw FlowLogErrors.roleNotAssumable(roleArn);
        }
    }

    private Optional<String> problem(Destination destination) {
        if (!(destination instanceof Destination.Bucket bucket)) {
            return Optional.empty();
        }
        String name = bucket.bucket();
        return switch (objects.bucket(name)) {
            case THERE -> Optional.empty();
            case MISSING -> Optional.of("LogDestination: " + name + " does not exist");
            case DENIED ->
                Optional.of("Access Denied for LogDestination: " + name + ". Please check LogDestination permission");
            case UNREACHABLE -> Optional.of("LogDestination " + name + " is undeliverable");
        };
    }

    Page<FlowLogEntity> describe(Scope scope, DescribeFlowLogsRequest request) {
        find(scope, request.flowLogIds());
        return describer.page(
                DESCRIBE,
                FlowLogEntity.class,
                KIND,
                scope,
                request.flowLogIds(),
                request.filter(),
                request.maxResults(),
                request.nextToken());
    }

    /** Deletes all flow logs of the ids, or none if an id is unknown. */
    void delete(Scope scope, List<String> flowLogIds) {
        for (FlowLogEntity flowLog : find(scope, flowLogIds)) {
            tags.forget(scope, flowLog.id());
            listeners.orderedStream().forEach(listener -> listener.flowLogDeleted(flowLog));
            flowLogs.delete(flowLog);
        }
    }

    FlowLogEntity get(Scope scope, String id) {
        return find(scope, List.of(id)).get(0);
    }

    /** @throws AwsException if an id is malformed or unknown */
    private List<FlowLogEntity> find(Scope scope, List<String> flowLogIds) {
        if (flowLogIds.size() > FlowLogLimits.IDS_PER_REQUEST) {
            throw FlowLogErrors.tooMany("flow logs", FlowLogLimits.IDS_PER_REQUEST);
        }
        if (!flowLogIds.stream().allMatch(KIND::wellFormed)) {
            throw FlowLogErrors.malformedId();
        }
        var found = flowLogs.findAll(scope, flowLogIds).stream()
                .collect(Collectors.toMap(FlowLogEntity::id, Function.identity()));
        List<String> missing = flowLogIds.stream()
                .distinct()
                .filter(id -> !found.containsKey(id))
                .toList();
        if (!missing.isEmpty()) {
            throw FlowLogErrors.notFound(missing);
        }
        return List.copyOf(found.values());
    }
}
