package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Ids;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.jpa.boot.spi.IntegratorProvider;
import org.hibernate.jpa.boot.spi.JpaSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes Hibernate report changed rows. */
@Configuration(proxyBeanMethods = false)
class CommittedStateConfiguration {

    @Bean
    static HibernatePropertiesCustomizer changedRows(
            ObjectProvider<CommittedState> state, ObjectProvider<Revisions> revisions) {
        IntegratorProvider provider = () -> List.of(new Listening(new RowChanges(state, revisions)));
        return properties -> properties.put(JpaSettings.INTEGRATOR_PROVIDER, provider);
    }

    /** H2 serves this process only. */
    @Bean
    static Revisions revisions(JdbcConnectionDetails database, EntityManager entities, Ids ids) {
        boolean alone = database.getJdbcUrl().startsWith("jdbc:h2:");
        return alone ? new LocalRevisions() : new SharedRevisions(entities, ids);
    }

    private record Listening(RowChanges changes) implements Integrator {

        @Override
        public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
            EventListenerRegistry listeners = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
            listeners.appendListeners(EventType.POST_INSERT, changes);
            listeners.appendListeners(EventType.POST_UPDATE, changes);
            listeners.appendListeners(EventType.POST_DELETE, changes);
        }
    }
}
