package io.vpclocal.lattice;

import io.vpclocal.control.ControlErrors;
import io.vpclocal.endpointservice.EndpointConnections;
import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The registered VPC Lattice resources. */
@Service
@Transactional
class LatticeRegistry {

    /** AWS's limit for the names of resource configurations is 40, for those of service networks 63. */
    static final int LONGEST_NAME = 64;

    private static final int MOST = 1000;
    private static final String ACCOUNT = "[0-9]{12}";

    private final LatticeRows rows;
    private final EndpointConnections connections;
    private final Regions regions;
    private final Clock clock;

    LatticeRegistry(LatticeRows rows, EndpointConnections connections, Regions regions, Clock clock) {
        this.rows = rows;
        this.connections = connections;
        this.regions = regions;
        this.clock = clock;
    }

    /** All registered resources of all accounts. */
    List<LatticeView> all() {
        return rows.all().stream().map(LatticeView::of).toList();
    }

    /**
     * Registers a resource, or updates a registered one.
     *
     * @param name null for the id
     * @throws AwsException if a value is not valid
     */
    LatticeView put(String text, @Nullable String name, List<String> sharedWith, List<String> resources) {
        LatticeArn arn = LatticeArn.parse(text).orElseThrow(() -> LatticeErrors.noArn(text));
        requireValid(arn, name, sharedWith, resources);
        LatticeEntity row = find(arn).orElseGet(() -> new LatticeEntity(arn, clock.instant()));
        row.rename(name == null ? arn.id() : name);
        row.sharedWith().clear();
        row.sharedWith().addAll(new LinkedHashSet<>(sharedWith));
        row.members().clear();
        row.members().addAll(new LinkedHashSet<>(resources));
        return LatticeView.of(rows.save(row));
    }

    /** @throws AwsException {@code NotFound}, or {@code Conflict} while endpoints connect to it */
    void remove(String text) {
        LatticeArn arn = LatticeArn.parse(text).orElseThrow(() -> LatticeErrors.noArn(text));
        LatticeEntity row = rows.lock(new Scope(arn.account(), arn.region()), arn.id())
                .orElseThrow(() -> LatticeErrors.notRegistered(text));
        if (connections.anyLive(row.id())) {
            throw LatticeErrors.inUse(text);
        }
        rows.delete(row);
    }

    private Optional<LatticeEntity> find(LatticeArn arn) {
        Optional<LatticeEntity> present = rows.findByResourceId(arn.id());
        present.filter(row -> !row.arn().equals(arn.text())).ifPresent(row -> {
            throw LatticeErrors.takenId(arn.text());
        });
        return present;
    }

    private void requireValid(LatticeArn arn, @Nullable String name, List<String> sharedWith, List<String> resources) {
        if (regions.find(arn.region()).isEmpty()) {
            throw ControlErrors.invalid("Region '" + arn.region() + "' does not exist.");
        }
        if (name != null && (name.isEmpty() || name.length() > LONGEST_NAME)) {
            throw ControlErrors.invalid("name must have 1 to " + LONGEST_NAME + " characters.");
        }
        if (sharedWith.size() > MOST || resources.size() > MOST) {
            throw ControlErrors.invalid("sharedWith and resources must have at most " + MOST + " items each.");
        }
        sharedWith.stream()
                .filter(account -> !account.matches(ACCOUNT))
                .findFirst()
                .ifPresent(account -> {
                    throw ControlErrors.invalid("'" + account + "' is not an account id. Use 12 digits.");
                });
        if (arn.kind() != LatticeKind.SERVICE_NETWORK && !resources.isEmpty()) {
            throw ControlErrors.invalid("Only a service network can have resources.");
        }
        resources.stream()
                .filter(member -> LatticeArn.parse(member, LatticeKind.RESOURCE_CONFIGURATION)
                        .isEmpty())
                .findFirst()
                .ifPresent(member -> {
                    throw ControlErrors.invalid("'" + member + "' is not the ARN of a resource configuration.");
                });
    }
}
