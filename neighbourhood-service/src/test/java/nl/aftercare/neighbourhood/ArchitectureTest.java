package nl.aftercare.neighbourhood;

import nl.aftercare.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        ArchitectureRules.check("nl.aftercare.neighbourhood");
    }
}
