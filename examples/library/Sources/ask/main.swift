import MinhBachKit
import Scenarios

let transparency = try SubIndex(in: Datasets(folder: "datasets"))
let province = try transparency.province("Đắk Nông")
let drivers = try transparency.drivers(of: province, in: 2017)
print(drivers.effects.prefix(3).map(\.input.name))
let target = try transparency.target(of: province, to: .rank(40), by: 2020, from: 2017)
let futures = try transparency.futures(of: target.scenario(.beyond), from: 2017, through: 2020)
print(futures.chance(of: target.aim, for: province, in: 2020).probability)
