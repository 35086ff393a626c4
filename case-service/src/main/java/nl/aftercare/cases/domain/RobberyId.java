package nl.aftercare.cases.domain;

import java.util.UUID;

public record RobberyId(UUID value) {}
