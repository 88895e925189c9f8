package io.vpclocal.traffic.name;

import io.vpclocal.resource.TagStore;
import io.vpclocal.traffic.engine.Network.NetworkInterface;
import io.vpclocal.traffic.snapshot.KnownNetwork;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The instances and network interfaces with a certain Name tag. */
@Component
public class NamedResources {

    private static final String NAME = "Name";

    private final TagStore tags;

    NamedResources(TagStore tags) {
        this.tags = tags;
    }

    /**
     * The network interface with that name, or the primary one of the instance with that name.
     *
     * @throws UnresolvedNameException if several have it
     */
    public Optional<String> networkInterface(String name, KnownNetwork network) {
        List<String> ids = Stream.concat(
                        network.instances().keySet().stream(),
                        network.snapshot().inventory().interfaces().stream().map(NetworkInterface::id))
                .toList();
        List<String> found = tags.of(network.scope(), ids).entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(tag -> tag.key().equals(NAME) && tag.value().equals(name)))
                .map(entry -> entry.getKey())
                .map(id -> network.instances().getOrDefault(id, id))
                .distinct()
                .sorted()
                .toList();
        if (found.size() > 1) {
            throw new UnresolvedNameException("Several network interfaces have the name '" + name + "': "
                    + String.join(", ", found) + ". Use an id.");
        }
        return found.stream().findFirst();
    }
}
