package io.vpclocal.logs.group;

import io.vpclocal.protocol.ResourceAttributes;
import io.vpclocal.protocol.Scope;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The tags of log groups, for policies. A group is identified by its name. */
@Component
class LogGroupAttributes implements ResourceAttributes {

    private final LogGroups groups;

    LogGroupAttributes(LogGroups groups) {
        this.groups = groups;
    }

    @Override
    public String resourceType() {
        return "log-group";
    }

    @Override
    public Optional<Attributes> attributes(Scope scope, String name) {
        return groups.findByAccountAndRegionAndName(scope.account(), scope.region(), name)
                .map(group -> new Attributes(Map.of(), Map.copyOf(group.tags())));
    }
}
