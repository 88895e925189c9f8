package io.vpclocal.compute.image;

import io.vpclocal.protocol.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The public images of each Region. Their ids follow from Region and name, so they are the same in every emulator. */
@Component
public class Images {

    private final Map<String, Map<String, Image>> byRegion = new ConcurrentHashMap<>();

    /** The image with that id; empty for an id that the catalogue does not have. */
    public Optional<Image> find(Scope scope, String id) {
        return Optional.ofNullable(of(scope).get(id));
    }

    List<Image> all(Scope scope) {
        return List.copyOf(of(scope).values());
    }

    private Map<String, Image> of(Scope scope) {
        return byRegion.computeIfAbsent(scope.region(), region -> ImagesFile.of(region).stream()
                .collect(Collectors.toMap(Image::id, Function.identity(), (a, b) -> a, LinkedHashMap::new)));
    }
}
