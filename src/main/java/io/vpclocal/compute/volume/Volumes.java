package io.vpclocal.compute.volume;

import io.vpclocal.protocol.Ids;
import io.vpclocal.protocol.Params;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceKind;
import io.vpclocal.resource.TagStore;
import io.vpclocal.resource.committed.CommittedRows;
import io.vpclocal.resource.committed.CommittedState;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import software.amazon.awssdk.services.ec2.model.ModifyVolumeRequest;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** The rules of volumes, which are created with instances. */
@Service
public class Volumes {

    public static final ResourceKind KIND =
            new ResourceKind("volume", "vol", "volume", "InvalidVolume", "InvalidVolumeID", ResourceKind.UNNAMED_ID);

    private final VolumeRepository volumes;
    private final CommittedState committed;
    private final TagStore tags;
    private final Ids ids;
    private final Clock clock;

    Volumes(VolumeRepository volumes, CommittedState committed, TagStore tags, Ids ids, Clock clock) {
        this.volumes = volumes;
        this.committed = committed;
        this.tags = tags;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a volume that is attached to a new instance. */
    public VolumeEntity create(
            Scope scope, String zone, String instanceId, VolumePlan plan, List<TagSpecification> specifications) {
        VolumeEntity made = new VolumeEntity(scope, ids.next(KIND.prefix()), clock.instant(), zone, plan);
        made.attach(instanceId, plan.device(), clock.instant());
        volumes.save(made);
        tags.create(scope, KIND, made.id(), specifications);
        return made;
    }

    /** The volumes of several instances, in the order of their creation. */
    public List<VolumeEntity> ofInstances(Scope scope, Collection<String> instanceIds) {
        if (instanceIds.isEmpty()) {
            return List.of();
        }
        return committed
                .rows(VolumeEntity.class, scope)
                .map(rows -> of(rows, instanceIds))
                .orElseGet(() -> volumes.ofInstances(scope.account(), scope.region(), instanceIds));
    }

    private static List<VolumeEntity> of(CommittedRows<VolumeEntity> rows, Collection<String> instanceIds) {
        return instanceIds.stream()
                .flatMap(id -> rows.with("instanceId", VolumeEntity::instanceId, id).stream())
                .toList();
    }

    /** Deletes or detaches the volumes of an instance that is terminated. */
    public void terminate(Scope scope, String instanceId) {
        for (VolumeEntity volume : volumes.ofInstances(scope.account(), scope.region(), List.of(instanceId))) {
            if (volume.deleteOnTermination()) {
                remove(volume);
            } else {
                volume.detach();
            }
        }
    }

    void delete(Scope scope, String id) {
        VolumeEntity volume = lock(scope, id);
        if (volume.instanceId() != null) {
            throw VolumeErrors.inUse(id, volume.instanceId());
        }
        remove(volume);
    }

    VolumeEntity modify(Scope scope, String id, ModifyVolumeRequest request) {
        VolumeEntity volume = lock(scope, id);
        VolumeSize now = volume.size();
        String wanted = Params.given(request.volumeTypeAsString());
        if (request.size() == null && wanted == null && request.iops() == null && request.throughput() == null) {
            throw VolumeErrors.nothingToModify();
        }
        String type = Objects.requireNonNullElse(wanted, now.type());
        int gib = Objects.requireNonNullElse(request.size(), now.gib());
        if (gib < now.gib()) {
            throw VolumeErrors.smaller();
        }
        boolean same = type.equals(now.type());
        Integer iops = request.iops() != null ? request.iops() : same ? now.givenIops() : VolumeSize.modifiedIops(type);
        Integer throughput = request.throughput() != null ? request.throughput() : same ? now.throughput() : null;
        volume.modify(VolumeSize.of(gib, type, iops, throughput), clock.instant());
        return volume;
    }

    Optional<VolumeEntity> find(Scope scope, String id) {
        return volumes.find(scope, id);
    }

    /** Creates a volume that is not attached. */
    VolumeEntity create(Scope scope, String zone, VolumePlan plan, List<TagSpecification> specifications) {
        VolumeEntity made = volumes.save(new VolumeEntity(scope, ids.next(KIND.prefix()), clock.instant(), zone, plan));
        tags.create(scope, KIND, made.id(), specifications);
        return made;
    }

    VolumeEntity lock(Scope scope, String id) {
        return volumes.lock(scope, id).orElseThrow(() -> KIND.missing(id));
    }

    private void remove(VolumeEntity volume) {
        tags.forget(volume.scope(), volume.id());
        volumes.delete(volume);
    }
}
