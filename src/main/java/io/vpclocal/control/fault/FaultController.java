package io.vpclocal.control.fault;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Manages fault rules. Nodes that share a database have separate rules. */
@Tag(name = "control")
@RestController
@RequestMapping("/_vpclocal/faults")
class FaultController {

    private final FaultRules rules;

    FaultController(FaultRules rules) {
        this.rules = rules;
    }

    @Operation(summary = "List the fault rules")
    @GetMapping
    List<FaultRule.View> list() {
        return rules.all().stream().map(FaultRule::view).toList();
    }

    @Operation(
            summary =
                    "Make calls fail or wait, with an error code, throttling or a latency, at random or a number of times")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FaultRule.View add(@RequestBody FaultRequest request) {
        return rules.add(request).view();
    }

    @Operation(summary = "One fault rule, with the number of calls it has hit")
    @GetMapping("/{id}")
    FaultRule.View get(@PathVariable String id) {
        return rules.get(id).view();
    }

    @Operation(summary = "Replace a fault rule")
    @PutMapping("/{id}")
    FaultRule.View replace(@PathVariable String id, @RequestBody FaultRequest request) {
        return rules.replace(id, request).view();
    }

    @Operation(summary = "Remove a fault rule. Calls that wait because of it continue.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String id) {
        rules.remove(id);
    }

    @Operation(summary = "Remove all fault rules")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear() {
        rules.clear();
    }
}
