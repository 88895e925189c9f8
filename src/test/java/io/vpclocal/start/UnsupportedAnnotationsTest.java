package io.vpclocal.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.annotation.Transactional;

/** What a module would find out late: annotations that do nothing here. */
class UnsupportedAnnotationsTest {

    static class Listening {
        @EventListener
        void refreshed(ContextRefreshedEvent event) {}
    }

    static class PartlyTransactional {
        @Transactional
        void change() {}
    }

    @Transactional
    static class WhollyTransactional {
        @Transactional(readOnly = true)
        void read() {}
    }

    @Test
    void anEventMethodIsRefused() {
        assertThatThrownBy(() -> UnsupportedAnnotations.check(Listening.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Listening.refreshed has @EventListener, which is switched off");
    }

    @Test
    void aTransactionalMethodNeedsATransactionalClass() {
        assertThatThrownBy(() -> UnsupportedAnnotations.check(PartlyTransactional.class))
                .hasMessageContaining("PartlyTransactional.change has @Transactional, which is only read in classes");
        assertThatCode(() -> UnsupportedAnnotations.check(WhollyTransactional.class))
                .doesNotThrowAnyException();
    }
}
