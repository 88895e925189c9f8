package io.vpclocal.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.cfg.ManagedBeanSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EmulatorTest
class PlainBeansTest {

    @Autowired
    private EntityManagerFactory entities;

    /** Spring Boot would set a container that locks Spring's, which can end in a deadlock at the start. */
    @Test
    void hibernateDoesNotAskSpringForItsObjects() {
        assertThat(entities.getProperties().get(ManagedBeanSettings.BEAN_CONTAINER))
                .isInstanceOf(PlainBeans.class);
    }
}
