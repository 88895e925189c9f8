package io.vpclocal.network.routetable;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceDirectory;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the check of a route target's kind. */
@Component
class RouteTargets {

    private final ObjectProvider<RouteTargetCheck> checks;
    private final ResourceDirectory directory;

    RouteTargets(ObjectProvider<RouteTargetCheck> checks, ResourceDirectory directory) {
        this.checks = checks;
        this.directory = directory;
    }

    /** @throws AwsException if the target does not exist or the table cannot have routes to it */
    void requireUsable(RouteTableEntity table, RouteTarget target) {
        Optional<RouteTargetCheck> check = check(RouteTarget.prefix(target.id()));
        if (target.natNamedAsGateway()
                && leading(table.scope(), Set.of(target.id())).isEmpty()) {
            throw target.gatewayNotFound();
        }
        if (check.isPresent()) {
            check.get().requireUsable(table, target.id());
        } else if (!directory.exists(table.scope(), target.id())) {
            throw target.notFound();
        }
    }

    /** The targets whose routes are active. Runs one query for each kind of target. */
    Set<String> leading(Scope scope, Collection<String> targetIds) {
        Map<String, Set<String>> byPrefix = new HashMap<>();
        for (String id : targetIds) {
            byPrefix.computeIfAbsent(RouteTarget.prefix(id), prefix -> new HashSet<>())
                    .add(id);
        }
        Set<String> leading = new HashSet<>();
        byPrefix.forEach((prefix, ids) -> leading.addAll(
                prefix.equals(RouteTarget.LOCAL)
                        ? ids
                        : check(prefix)
                                .map(check -> check.leading(scope, ids))
                                .orElseGet(() -> directory.existing(scope, ids))));
        return leading;
    }

    private Optional<RouteTargetCheck> check(String prefix) {
        return checks.stream().filter(check -> check.idPrefix().equals(prefix)).findFirst();
    }
}
