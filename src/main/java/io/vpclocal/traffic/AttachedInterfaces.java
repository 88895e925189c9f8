package io.vpclocal.traffic;

import io.vpclocal.flowlog.InterfacesInUse;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.protocol.Scope;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import io.vpclocal.traffic.snapshot.NetworkSnapshots;
import java.util.List;
import org.springframework.stereotype.Component;

/** An interface that is attached to nothing cannot have traffic, and has no record that says so. */
@Component
class AttachedInterfaces implements InterfacesInUse {

    private final NetworkSnapshots networks;

    AttachedInterfaces(NetworkSnapshots networks) {
        this.networks = networks;
    }

    @Override
    public List<InterfaceDetails> of(Scope scope) {
        KnownNetwork network = networks.current(scope);
        return network.attached().stream()
                .map(one -> Observations.details(network, one))
                .toList();
    }
}
