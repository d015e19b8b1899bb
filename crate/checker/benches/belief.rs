//! How long belief takes, on generated networks of realistic shape.
//!
//! A plain table of medians and 95th percentiles; nothing here asserts a time.

#[path = "../tests/belief/outside.rs"]
mod outside;
#[path = "../tests/belief/random.rs"]
mod random;

use std::hint::black_box;
use std::time::Instant;

use backwise_checker::belief::{
    Candidate, Evidence, Network, Ranking, believe, cost, explain, rank,
};
use random::{Dice, Model};

const SEEDS: std::ops::Range<u64> = 100..105;
const N_CAUSES: usize = 60;
const N_ANSWERS: usize = 120;

fn main() {
    if std::env::args().any(|argument| argument == "fixture") {
        return fixture();
    }
    println!("{N_CAUSES} causes x {N_ANSWERS} answers, seeds 100-104, native, one thread\n");
    println!("links  what                      p50        p95        max   touches p50/p99");
    for links in [7.0, 10.0, 14.0] {
        let models: Vec<Model> =
            SEEDS.map(|seed| random::clustered(seed, N_CAUSES, N_ANSWERS, links)).collect();
        steps(links, &models);
        [8, 15, 25].into_iter().for_each(|n_yes| stress(links, &models, n_yes));
        explanations(links, &models);
    }
    beside_pyagrum();
}

/// Plan, posteriors and next question, over 50 interviews of 3 complaints and 30 questions.
fn steps(links: f64, models: &[Model]) {
    let (mut times, mut costs) = (Vec::new(), Vec::new());
    for (at, model) in models.iter().enumerate() {
        let network = model.network();
        for interview in 0..10 {
            let answers = random::visitor(1000 * at as u64 + interview, model);
            let mut evidence = volunteered(&network, &answers, interview);
            for _ in 0..30 {
                let (took, next) = timed(|| step(&network, &evidence));
                times.push(took);
                costs.push(cost(&network, &evidence));
                let Some(best) = next.scored.first() else { break };
                if let Candidate::Answer(answer) = best.candidate {
                    evidence.level(answer, u8::from(answers[answer.index()]));
                }
            }
        }
    }
    report(links, "step", times, costs);
}

fn volunteered(network: &Network, answers: &[bool], seed: u64) -> Evidence {
    let mut evidence = Evidence::new();
    let mut yes: Vec<_> = network.answers().filter(|answer| answers[answer.index()]).collect();
    Dice::new(seed).shuffle(&mut yes);
    yes.into_iter().take(3).for_each(|answer| evidence.yes(answer));
    evidence
}

fn step(network: &Network, evidence: &Evidence) -> Ranking {
    let belief = believe(network, evidence);
    let open = network.answers().filter(|&answer| evidence.get(answer).is_none());
    let open: Vec<Candidate> = open.map(Candidate::Answer).collect();
    rank(network, &belief, &open, &same_shown)
}

fn same_shown(left: &[f64], right: &[f64]) -> bool {
    left.iter().zip(right).all(|(left, right)| (*left >= 0.3) == (*right >= 0.3))
}

fn stress(links: f64, models: &[Model], n_yes: usize) {
    let (mut times, mut costs, mut n_sampled) = (Vec::new(), Vec::new(), 0);
    for model in models {
        let network = model.network();
        for seed in 0..20 {
            let evidence = random::stress(seed, &network, n_yes);
            let (took, belief) = timed(|| believe(&network, &evidence));
            times.push(took);
            costs.push(belief.cost());
            n_sampled += u32::from(belief.is_approximate());
        }
    }
    report(links, &format!("posteriors, {n_yes} yes"), times, costs);
    if n_sampled > 0 {
        println!("       (of these {n_sampled} in 100 were sampled)");
    }
}

fn explanations(links: f64, models: &[Model]) {
    let (mut times, mut costs) = (Vec::new(), Vec::new());
    for model in models {
        let network = model.network();
        for seed in 0..20 {
            let evidence = random::stress(seed, &network, 8);
            let belief = believe(&network, &evidence);
            times.push(timed(|| explain(&network, &belief)).0);
            costs.push(belief.cost());
        }
    }
    report(links, "explain, 8 yes 24 no", times, costs);
}

/// Milliseconds for the posteriors of each network of the fixture, as JSON: for `cargo xtask peers`.
fn fixture() {
    println!("{:?}", outside::read().cases.iter().map(ours).collect::<Vec<_>>());
}

/// The median of several runs.
fn ours(case: &outside::Case) -> f64 {
    let network = case.network();
    let evidence = case.evidence(&network);
    let mut times: Vec<f64> = (0..25).map(|_| timed(|| believe(&network, &evidence)).0).collect();
    quantile(&mut times, 0.5)
}

/// The fixture's networks, where pyAgrum's time is that of the machine that wrote the fixture.
fn beside_pyagrum() {
    let fixture = outside::read();
    println!("\nposteriors beside pyAgrum {} (medians)", fixture.pyagrum);
    let (large, mixed): (Vec<_>, Vec<_>) =
        fixture.cases.iter().partition(|case| case.priors.len() == N_CAUSES);
    for (name, cases) in [("mixed", mixed), ("60 x 120", large)] {
        let ours = cases.iter().map(|case| ours(case));
        let ours = quantile(&mut ours.collect::<Vec<_>>(), 0.5);
        let theirs = cases.iter().map(|case| case.pyagrum_ms);
        let theirs = quantile(&mut theirs.collect::<Vec<_>>(), 0.5);
        println!("{name:<9} {ours:.4} ms, pyAgrum {theirs:.2} ms: {:.0} times", theirs / ours);
    }
}

fn timed<T>(work: impl Fn() -> T) -> (f64, T) {
    let start = Instant::now();
    let result = black_box(work());
    (start.elapsed().as_secs_f64() * 1e3, result)
}

fn report(links: f64, what: &str, mut times: Vec<f64>, mut costs: Vec<f64>) {
    let [p50, p95, max] = [0.5, 0.95, 1.0].map(|share| quantile(&mut times, share));
    let [mid, high] = [0.5, 0.99].map(|share| quantile(&mut costs, share));
    println!(
        "{links:>5}  {what:<20} {p50:>7.3} ms {p95:>7.3} ms {max:>7.3} ms   {mid:.0} / {high:.0}"
    );
}

fn quantile(list: &mut [f64], share: f64) -> f64 {
    list.sort_unstable_by(f64::total_cmp);
    list[((list.len() - 1) as f64 * share) as usize]
}
