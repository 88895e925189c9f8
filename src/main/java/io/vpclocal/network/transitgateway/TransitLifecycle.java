package io.vpclocal.network.transitgateway;

import io.vpclocal.network.ProvisioningProperties;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceRepository;
import io.vpclocal.resource.TagStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The states of transit gateways, attachments and route tables: {@code pending}, {@code available}, {@code deleting},
 * {@code deleted}. They stay described for a while after their deletion.
 */
@Component
class TransitLifecycle {

    /** The state that the answer to a creation shows. */
    static final String PENDING = "pending";

    /** The state that the answer to a deletion shows. */
    static final String DELETING = "deleting";

    private static final String AVAILABLE = "available";

    private final TagStore tags;
    private final Clock clock;
    private final Duration provisioningTime;

    TransitLifecycle(TagStore tags, Clock clock, ProvisioningProperties provisioning) {
        this.tags = tags;
        this.clock = clock;
        this.provisioningTime = provisioning.provisioningTime();
    }

    Instant now() {
        return clock.instant();
    }

    String state(TransitEntity entity) {
        return entity.deletionTime()
                .map(deleted -> during(deleted) ? DELETING : "deleted")
                .orElseGet(() -> during(entity.createdAt()) ? PENDING : AVAILABLE);
    }

    boolean available(TransitEntity entity) {
        return state(entity).equals(AVAILABLE);
    }

    <T extends TransitEntity> List<T> visible(List<T> all) {
        Instant now = clock.instant();
        return all.stream().filter(entity -> entity.visible(now)).toList();
    }

    /** Deletes the rows and tags that are no longer visible. */
    <T extends TransitEntity> void forgetDeleted(Scope scope, ResourceRepository<T> all) {
        Instant now = clock.instant();
        all.findAll(scope).stream().filter(entity -> !entity.visible(now)).forEach(gone -> {
            tags.forget(scope, gone.id());
            all.delete(gone);
        });
    }

    private boolean during(Instant since) {
        return clock.instant().isBefore(since.plus(provisioningTime));
    }
}
