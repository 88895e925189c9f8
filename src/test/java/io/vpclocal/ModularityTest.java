package io.vpclocal;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void everyRoomUsesOnlyWhatItDeclares() {
        ApplicationModules.of(VpcLocalApplication.class).verify();
    }
}
