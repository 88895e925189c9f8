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
 * Creates Hibernate's proxy class of an entity at the first reference to an entity that is not loaded. Hibernate's own
 * provider generates a proxy class and an accessor class for every entity during the start. That is a tenth of the start,
 * and most runs need few of them.
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

    /** Deprecated; Hibernate does not call it. */
    @Override
    @Deprecated
    @SuppressWarnings("removal")
    public ReflectionOptimizer getReflectionOptimizer(
            Class type, String[] getterNames, String[] setterNames, Class[] types) {
        throw new UnsupportedOperationException("Fields are accessed by reflection");
    }

    /** None. Access by reflection is a negligible part of a request. */
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
