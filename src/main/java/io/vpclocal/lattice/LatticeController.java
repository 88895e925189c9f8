package io.vpclocal.lattice;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vpclocal.control.ControlErrors;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers the targets of resource and service network endpoints. Replaces the VPC Lattice API. */
@Tag(name = "control")
@RestController
@RequestMapping("/_vpclocal/lattice")
class LatticeController {

    private final LatticeRegistry registry;

    LatticeController(LatticeRegistry registry) {
        this.registry = registry;
    }

    @Schema(name = "LatticeResource")
    record View(String arn, String name, List<String> sharedWith, List<String> resources) {

        static View of(LatticeView resource) {
            return new View(resource.arn(), resource.name(), resource.sharedWith(), resource.resources());
        }
    }

    /**
     * @param arn {@code arn:aws:vpc-lattice:us-east-1:111122223333:resourceconfiguration/rcfg-} and 17 hex digits, or
     *     the same with {@code servicenetwork/sn-}; the account in the ARN owns it
     * @param name defaults to the id
     * @param sharedWith the ids of the other accounts whose endpoints may connect to it
     * @param resources the ARNs of the resource configurations in a service network
     */
    @Schema(name = "LatticeResourceRequest")
    record ResourceRequest(
            @Nullable String arn,
            @Nullable String name,
            @Nullable List<String> sharedWith,
            @Nullable List<String> resources) {}

    @Operation(summary = "List the resource configurations and service networks")
    @GetMapping
    List<View> list() {
        return registry.all().stream().map(View::of).toList();
    }

    @Operation(summary = "Register a resource configuration or a service network, or replace it")
    @PutMapping
    View put(@RequestBody ResourceRequest request) {
        if (request.arn() == null) {
            throw ControlErrors.invalid("arn is required.");
        }
        return View.of(
                registry.put(request.arn(), request.name(), texts(request.sharedWith()), texts(request.resources())));
    }

    @Operation(summary = "Remove a resource configuration or a service network without endpoints")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@RequestParam String arn) {
        registry.remove(arn);
    }

    private static List<String> texts(@Nullable List<String> texts) {
        List<String> present = Objects.requireNonNullElse(texts, List.of());
        if (present.stream().anyMatch(Objects::isNull)) {
            throw ControlErrors.invalid("sharedWith and resources must not contain null. Use strings.");
        }
        return present;
    }
}
