package io.vpclocal.analysis.reach;

import io.vpclocal.traffic.engine.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.PathComponent;

/** The components of one direction of a path, in the order in which AWS lists them. */
final class PathDrafts {

    private final Components components;
    private final List<Draft> drafts = new ArrayList<>();

    PathDrafts(Components components) {
        this.components = components;
    }

    Draft add(Terrain.Home home, String id, Header header) {
        Draft draft = new Draft(id, components.of(home.scope(), id), header);
        drafts.add(draft);
        return draft;
    }

    void add(Draft draft) {
        drafts.add(draft);
    }

    /** A network interface that is not a part of the path yet. */
    Draft interfaceDraft(Terrain.Home home, Network.NetworkInterface one, Header header) {
        String holder = attachedTo(home, one);
        String vpc = home.parts().vpcOf(one);
        return new Draft(one.id(), components.of(home.scope(), one.id()), header)
                .with(shown -> shown.attachedTo(holder == null ? null : components.of(home.scope(), holder))
                        .subnet(components.of(home.scope(), one.subnetId()))
                        .vpc(components.of(home.scope(), vpc)));
    }

    /** The instance or endpoint that an interface belongs to; null for other interfaces. */
    static @Nullable String attachedTo(Terrain.Home home, Network.NetworkInterface one) {
        return one.instanceId() != null ? one.instanceId() : home.parts().endpointOf(one.id());
    }

    boolean isEmpty() {
        return drafts.isEmpty();
    }

    boolean contains(String id) {
        return drafts.stream().anyMatch(draft -> draft.id.equals(id));
    }

    Draft last() {
        return drafts.get(drafts.size() - 1);
    }

    List<PathComponent> toWire() {
        List<PathComponent> wire = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            wire.add(drafts.get(i).toWire(i + 1, i == 0, i == drafts.size() - 1));
        }
        return wire;
    }
}
