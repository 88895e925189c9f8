package io.vpclocal.database;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.hibernate.bytecode.enhance.spi.EnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.internal.bytebuddy.BytecodeProviderImpl;
import org.hibernate.bytecode.spi.BasicProxyFactory;
import org.hibernate.bytecode.spi.BytecodeProvider;
import org.hibernate.bytecode.spi.ProxyFactoryFactory;
import org.hibernate.bytecode.spi.ReflectionOptimizer;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.property.access.spi.PropertyAccess;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.ProxyFactory;
import org.hibernate.type.CompositeType;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hibernate's proxies, each made when an entity of its class is first referred to without being loaded. Hibernate itself
 * would generate a class for every entity, and another one to access its fields, before it begins to work: a tenth of the
 * emulator's time to start, for the few classes that most runs need.
 */
final class LazyProxies implements BytecodeProvider, ProxyFactoryFactory {

    private final SingletonSupplier<ProxyFactoryFactory> generator =
            SingletonSupplier.of(() -> new BytecodeProviderImpl().getProxyFactoryFactory());

    @Override
    public ProxyFactoryFactory getProxyFactoryFactory() {
        return this;
    }

    @Override
    public ProxyFactory buildProxyFactory(SessionFactoryImplementor sessionFactory) {
        return new LateProxy(() -> generator.obtain().buildProxyFactory(sessionFactory));
    }

    @Override
    public BasicProxyFactory buildBasicProxyFactory(Class superClassOrInterface) {
        return generator.obtain().buildBasicProxyFactory(superClassOrInterface);
    }

    /** Hibernate no longer calls it. */
    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public ReflectionOptimizer getReflectionOptimizer(
            Class type, String[] getterNames, String[] setterNames, Class[] types) {
        throw new UnsupportedOperationException("Fields are accessed by reflection");
    }

    /** None: fields are accessed by reflection, which is not what a request's time goes to. */
    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public @Nullable ReflectionOptimizer getReflectionOptimizer(
            Class<?> type, Map<String, PropertyAccess> propertyAccesses) {
        return null;
    }

    @Override
    public @Nullable Enhancer getEnhancer(EnhancementContext enhancementContext) {
        return null;
    }

    /** The proxies of one entity class. */
    private static final class LateProxy implements ProxyFactory {

        private final Supplier<ProxyFactory> unprepared;
        private @Nullable SingletonSupplier<ProxyFactory> prepared;

        private LateProxy(Supplier<ProxyFactory> unprepared) {
            this.unprepared = unprepared;
        }

        @Override
        public void postInstantiate(
                String entityName,
                Class<?> persistentClass,
                Set<Class<?>> interfaces,
                Method getIdentifier,
                Method setIdentifier,
                CompositeType identifierType) {
            prepared = SingletonSupplier.of(() -> {
                ProxyFactory factory = unprepared.get();
                factory.postInstantiate(
                        entityName, persistentClass, interfaces, getIdentifier, setIdentifier, identifierType);
                return factory;
            });
        }

        @Override
        public HibernateProxy getProxy(Object id, SharedSessionContractImplementor session) {
            return Objects.requireNonNull(prepared, "Hibernate prepares a proxy factory before it uses it")
                    .obtain()
                    .getProxy(id, session);
        }
    }
}
