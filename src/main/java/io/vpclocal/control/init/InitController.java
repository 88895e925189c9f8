package io.vpclocal.control.init;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the progress of the init scripts. */
@Tag(name = "control")
@RestController
class InitController {

    private final InitScripts scripts;

    InitController(InitScripts scripts) {
        this.scripts = scripts;
    }

    @Operation(summary = "The init scripts, and whether all have run")
    @GetMapping("/_vpclocal/init")
    InitScripts.State state() {
        return scripts.state();
    }
}
